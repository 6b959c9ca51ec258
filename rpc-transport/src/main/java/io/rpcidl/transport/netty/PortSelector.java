package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import org.jspecify.annotations.Nullable;

/**
 * Tells by a connection's first byte what it speaks: TLS by that of a handshake (RFC 8446, section 5.1), HTTP by the
 * capital letter that a method starts with, and otherwise JSON. What is wrong JSON is answered as such.
 */
final class PortSelector extends ChannelInboundHandlerAdapter {

    private static final int TLS_HANDSHAKE = 0x16;

    private final NettyConnection connection;
    private final @Nullable TlsContext tls;
    private final HttpLimits http;

    /** Makes the selector of a connection; {@code tls} is null where it cannot be or is encrypted already. */
    PortSelector(NettyConnection connection, @Nullable TlsContext tls, HttpLimits http) {
        this.connection = connection;
        this.tls = tls;
        this.http = http;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        ByteBuf bytes = (ByteBuf) message;
        int first = bytes.isReadable() ? bytes.getUnsignedByte(bytes.readerIndex()) : '{';
        ChannelPipeline pipeline = context.pipeline();
        if (first == TLS_HANDSHAKE && tls != null) {
            SslHandler handler = tls.current().newHandler(context.alloc());
            handler.setHandshakeTimeoutMillis(http.requestTimeout().toMillis());
            pipeline.addBefore(NettyConnection.NAME, null, handler);
            pipeline.addBefore(NettyConnection.NAME, null, new PortSelector(connection, null, http));
        } else if (first >= 'A' && first <= 'Z') {
            HttpExchange.install(pipeline, connection, http);
        }
        context.fireChannelRead(message);
        pipeline.remove(this);
    }
}
