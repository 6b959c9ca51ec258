package io.rpcidl.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.concurrent.atomic.AtomicInteger;

/** Closes connections that come in over a limit, before anything is read from them. Belongs to one bound port. */
final class AcceptLimit extends ChannelInboundHandlerAdapter {

    private final int maxConnections;
    private final AtomicInteger open = new AtomicInteger(); // connections close on event loops of their own

    AcceptLimit(int maxConnections) {
        this.maxConnections = maxConnections;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        Channel accepted = (Channel) message;
        if (open.get() >= maxConnections) {
            accepted.unsafe().closeForcibly();
            return;
        }
        open.incrementAndGet();
        accepted.closeFuture().addListener(closed -> open.decrementAndGet());
        context.fireChannelRead(message);
    }
}
