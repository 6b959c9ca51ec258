package io.rpcidl.runtime.transport.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.concurrent.ScheduledFuture;
import io.rpcidl.runtime.transport.HttpReply;
import io.rpcidl.runtime.transport.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Requests in HTTP/1.1 on a connection: one is answered before the next is looked at. Runs on the event loop. */
final class HttpExchange extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final int MAX_HEAD_BYTES = 16 * 1024; // of the first line, and of the headers

    private final NettyConnection connection;
    private final HttpLimits limits;
    private final Deque<FullHttpRequest> waiting = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> timeout;
    private boolean answering;

    private HttpExchange(NettyConnection connection, HttpLimits limits) {
        this.connection = connection;
        this.limits = limits;
    }

    /** Has a connection speak HTTP. */
    static void install(ChannelPipeline pipeline, NettyConnection connection, HttpLimits limits) {
        HttpDecoderConfig config =
                new HttpDecoderConfig().setMaxInitialLineLength(MAX_HEAD_BYTES).setMaxHeaderSize(MAX_HEAD_BYTES);
        pipeline.addBefore(NettyConnection.NAME, null, new HttpResponseEncoder());
        pipeline.addBefore(NettyConnection.NAME, null, new StrictDecoder(config));
        pipeline.addBefore(NettyConnection.NAME, null, new HttpServerKeepAliveHandler());
        pipeline.addBefore(NettyConnection.NAME, null, new HttpObjectAggregator(limits.maxBytes(), true));
        pipeline.addBefore(NettyConnection.NAME, null, new HttpExchange(connection, limits));
    }

    /** Refuses a request with two lengths, of which a proxy may have taken the other: RFC 9112, section 6.3. */
    private static final class StrictDecoder extends HttpRequestDecoder {

        StrictDecoder(HttpDecoderConfig config) {
            super(config);
        }

        @Override
        protected void handleTransferEncodingChunkedWithContentLength(HttpMessage message) {
            throw new IllegalArgumentException("both transfer-encoding and content-length");
        }
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        expectRequest(context);
    }

    private void expectRequest(ChannelHandlerContext context) {
        long millis = limits.requestTimeout().toMillis();
        timeout = context.executor().schedule(() -> context.channel().close(), millis, TimeUnit.MILLISECONDS);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, FullHttpRequest request) {
        if (answering) {
            connection.setReading(false);
            waiting.add(request.retain());
        } else {
            handle(context, request);
        }
    }

    private void handle(ChannelHandlerContext context, FullHttpRequest request) {
        if (timeout != null) {
            timeout.cancel(false);
        }
        answering = true;
        boolean head = request.method().equals(HttpMethod.HEAD);
        try {
            HttpRequest read = read(request);
            connection
                    .http(read)
                    .whenComplete((reply, gone) -> context.executor().execute(() -> {
                        if (reply != null) {
                            answer(context, reply, head);
                        }
                    }));
        } catch (IllegalArgumentException e) {
            byte[] body =
                    "{\"code\":\"INVALID_ARGUMENT\",\"message\":\"not a request in HTTP/1.1\",\"processed\":\"no\"}\n"
                            .getBytes(StandardCharsets.US_ASCII);
            answer(context, new HttpReply(400, Map.of("connection", "close"), body, body.length), head);
        }
    }

    private static HttpRequest read(FullHttpRequest request) {
        if (request.decoderResult().isFailure()) {
            throw new IllegalArgumentException(request.decoderResult().cause());
        }
        Map<String, String> headers = new HashMap<>();
        request.headers()
                .forEach(header -> headers.putIfAbsent(header.getKey().toLowerCase(Locale.ROOT), header.getValue()));
        byte[] body = new byte[request.content().readableBytes()];
        request.content().readBytes(body);
        String path = new QueryStringDecoder(request.uri()).path();
        return new HttpRequest(request.method().name(), path, headers, body);
    }

    private void answer(ChannelHandlerContext context, HttpReply reply, boolean head) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(reply.status()),
                head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(reply.body(), 0, reply.length()));
        response.headers()
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, reply.length())
                .set("x-content-type-options", "nosniff");
        reply.headers().forEach(response.headers()::set);
        context.writeAndFlush(response);
        answering = false;
        FullHttpRequest next = waiting.poll();
        if (next != null) {
            handle(context, next);
            next.release();
        } else {
            connection.setReading(true);
            expectRequest(context);
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (timeout != null) {
            timeout.cancel(false);
        }
        waiting.forEach(FullHttpRequest::release);
        waiting.clear();
    }
}
