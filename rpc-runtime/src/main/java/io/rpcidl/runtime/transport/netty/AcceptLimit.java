package io.rpcidl.runtime.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Closes connections that come in over a limit, before anything is read from them. Belongs to one bound port. */
final class AcceptLimit extends ChannelInboundHandlerAdapter {

    private final int maxConnections;
    private int open; // touched on the accepting event loop only

    AcceptLimit(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel accepted = (Channel) message;
        if (open >= maxConnections) {
            accepted.unsafe().closeForcibly();
            return;
        }
        open++;
        accepted.closeFuture().addListener(closed -> context.executor().execute(() -> open--));
        context.fireChannelRead(message);
    }
}
