package io.rpcidl.transport.netty;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DateFormatter;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerKeepAliveHandler;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.ScheduledFuture;
import io.rpcidl.transport.HttpReply;
import io.rpcidl.transport.HttpRequest;
import io.rpcidl.transport.MemoryBudget;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Date;
import java.util.Deque;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Requests in HTTP/1.1 on a connection: one is answered before the next is looked at. Runs on the event loop. */
final class HttpExchange extends SimpleChannelInboundHandler<FullHttpRequest> {

    private static final int MAX_WAITING = 16;
    private static final int MAX_HEAD_BYTES = 16 * 1024; // of the first line, and of the headers

    private final NettyConnection connection;
    private final HttpLimits limits;
    private final Deque<FullHttpRequest> waiting = new ArrayDeque<>();
    private @Nullable ScheduledFuture<?> timeout;
    private final MemoryBudget.Share share;
    private long bodyBytes; // since nothing waited for an answer
    private boolean answering;
    private boolean last; // nothing that follows is looked at

    private HttpExchange(NettyConnection connection, HttpLimits limits) {
        this.connection = connection;
        this.limits = limits;
        this.share = connection.memory().share();
    }

    /** Has a connection speak HTTP. */
    static void install(ChannelPipeline pipeline, NettyConnection connection, HttpLimits limits) {
        HttpDecoderConfig config =
                new HttpDecoderConfig().setMaxInitialLineLength(MAX_HEAD_BYTES).setMaxHeaderSize(MAX_HEAD_BYTES);
        pipeline.addBefore(NettyConnection.NAME, null, new HttpResponseEncoder());
        pipeline.addBefore(NettyConnection.NAME, null, new StrictDecoder(config));
        pipeline.addBefore(NettyConnection.NAME, null, new HttpServerKeepAliveHandler());
        HttpExchange exchange = new HttpExchange(connection, limits);
        pipeline.addBefore(NettyConnection.NAME, null, exchange.new BodyMemory());
        pipeline.addBefore(NettyConnection.NAME, null, exchange.new Bodies(limits.maxBytes()));
        pipeline.addBefore(NettyConnection.NAME, null, exchange);
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

    /** Holds memory for bodies, until all are answered, and refuses what there is none for. */
    private final class BodyMemory extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            bodyBytes +=
                    message instanceof HttpContent content ? content.content().readableBytes() : 0;
            if (last || share.tryHold(bodyBytes)) {
                context.fireChannelRead(message);
                return;
            }
            ReferenceCountUtil.release(message);
            refuse(context, refusal(503, "RESOURCE_EXHAUSTED", "the server's memory for large messages is used up"));
        }
    }

    /** Waits for the whole of a body, and refuses one that is too long in the way in which all is refused. */
    private final class Bodies extends HttpObjectAggregator {

        Bodies(int maxBytes) {
            super(maxBytes, true);
        }

        @Override
        protected void handleOversizedMessage(ChannelHandlerContext context, HttpMessage oversized) {
            refuse(context, refusal(413, "RESOURCE_EXHAUSTED", "a body longer than " + maxContentLength() + " bytes"));
        }
    }

    private void refuse(ChannelHandlerContext context, HttpReply refusal) {
        if (answering || last) {
            context.close(); // an answer now would be taken for that to the request before
            return;
        }
        last = true;
        context.writeAndFlush(response(refusal, false));
    }

    /** A request that is refused before anybody has looked at what it asks for. */
    private static final class Refused extends Exception {

        private static final long serialVersionUID = 1;
        private final transient HttpReply reply;

        Refused(int status, String code, String message) {
            super(message);
            this.reply = refusal(status, code, message);
        }
    }

    private static HttpReply refusal(int status, String code, String message) {
        String json = "{\"code\":\"" + code + "\",\"message\":\"" + message + "\",\"processed\":\"no\"}\n";
        byte[] body = json.getBytes(StandardCharsets.US_ASCII);
        return new HttpReply(status, Map.of("connection", "close"), body, body.length);
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
        if (last) {
            return; // it was said that the connection ends
        }
        if (waiting.size() >= MAX_WAITING) {
            context.close();
            return;
        }
        waiting.add(request.retain());
        if (answering) {
            connection.setReading(false);
        } else {
            handleWaiting(context);
        }
    }

    private void handleWaiting(ChannelHandlerContext context) {
        while (!answering && !last && (waiting.isEmpty() || context.channel().isWritable())) {
            FullHttpRequest next = waiting.poll();
            if (next == null) {
                connection.setReading(true);
                expectRequest(context);
                return;
            }
            try {
                handle(context, next);
            } catch (RuntimeException e) {
                context.fireExceptionCaught(e);
                return;
            } finally {
                next.release();
            }
        }
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext context) {
        context.fireChannelWritabilityChanged();
        if (!waiting.isEmpty()) {
            handleWaiting(context);
        }
    }

    private void handle(ChannelHandlerContext context, FullHttpRequest request) {
        if (timeout != null) {
            timeout.cancel(false);
        }
        answering = true;
        boolean head = request.method().equals(HttpMethod.HEAD);
        boolean ends = !HttpUtil.isKeepAlive(request);
        try {
            HttpRequest read = read(request);
            bodyBytes -= read.body().length; // which is the call's from here on
            share.hold(bodyBytes);
            connection
                    .http(read)
                    .whenComplete((reply, gone) -> context.executor().execute(() -> {
                        if (reply == null) {
                            context.close();
                        } else {
                            answer(context, reply, head, ends);
                            handleWaiting(context);
                        }
                    }));
        } catch (Refused e) {
            answer(context, e.reply, head, true);
        }
    }

    private void answer(ChannelHandlerContext context, HttpReply reply, boolean head, boolean ends) {
        last = ends || "close".equals(reply.headers().get("connection"));
        context.writeAndFlush(response(reply, head));
        connection.updateBacklog();
        answering = false;
        if (last) {
            dropWaiting();
        }
    }

    private void dropWaiting() {
        waiting.forEach(FullHttpRequest::release);
        waiting.clear();
    }

    private static HttpRequest read(FullHttpRequest request) throws Refused {
        HttpHeaders headers = request.headers();
        boolean known = request.protocolVersion().equals(HttpVersion.HTTP_1_1);
        if (request.decoderResult().isFailure()
                || known && headers.getAll(HttpHeaderNames.HOST).size() != 1) {
            throw new Refused(400, "INVALID_ARGUMENT", "not a request in HTTP/1.1"); // RFC 9112, section 3.2
        }
        if (!known && !request.protocolVersion().equals(HttpVersion.HTTP_1_0)) {
            throw new Refused(505, "UNIMPLEMENTED", "HTTP/1.1 is spoken here");
        }
        String transfer = headers.get(HttpHeaderNames.TRANSFER_ENCODING, "chunked");
        if (!transfer.equalsIgnoreCase("chunked")) {
            throw new Refused(501, "UNIMPLEMENTED", "of the transfer encodings chunked is known");
        }
        if (!headers.get(HttpHeaderNames.CONTENT_ENCODING, "identity").equalsIgnoreCase("identity")) {
            throw new Refused(415, "UNIMPLEMENTED", "the body is taken as it is, not encoded");
        }
        Map<String, String> all = new HashMap<>();
        headers.forEach(header -> all.merge(
                header.getKey().toLowerCase(Locale.ROOT), header.getValue(), (one, next) -> one + ", " + next));
        byte[] body = new byte[request.content().readableBytes()];
        request.content().readBytes(body);
        return new HttpRequest(request.method().name(), path(request.uri()), all, body);
    }

    /** Returns the path of a target, which a proxy may have sent whole (RFC 9112, section 3.2.2). */
    private static String path(String target) throws Refused {
        try {
            return new QueryStringDecoder(target.replaceFirst("(?i)^https?://[^/?]*", "")).path();
        } catch (IllegalArgumentException e) {
            throw new Refused(400, "INVALID_ARGUMENT", "a path that cannot be decoded");
        }
    }

    private static DefaultFullHttpResponse response(HttpReply reply, boolean head) {
        DefaultFullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                HttpResponseStatus.valueOf(reply.status()),
                head ? Unpooled.EMPTY_BUFFER : Unpooled.wrappedBuffer(reply.body(), 0, reply.length()));
        response.headers()
                .set(HttpHeaderNames.DATE, DateFormatter.format(new Date()))
                .set(HttpHeaderNames.CONTENT_TYPE, "application/json")
                .set(HttpHeaderNames.CONTENT_LENGTH, reply.length())
                .set("x-content-type-options", "nosniff");
        reply.headers().forEach(response.headers()::set);
        return response;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (timeout != null) {
            timeout.cancel(false);
        }
        dropWaiting();
        share.close();
    }
}
