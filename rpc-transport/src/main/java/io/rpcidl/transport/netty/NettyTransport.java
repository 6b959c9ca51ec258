package io.rpcidl.transport.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.handler.ssl.SslHandler;
import io.rpcidl.transport.Connection;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.MemoryBudget;
import io.rpcidl.transport.Receiver;
import io.rpcidl.transport.Tls;
import io.rpcidl.transport.Transport;
import io.rpcidl.transport.thread.NonBlocking;
import io.rpcidl.transport.thread.Shared;
import java.io.IOException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** TCP and TLS, or the same within a JVM, on Netty's event loops. */
public final class NettyTransport implements Transport {

    private static final String NETTYS_EVENTS = "io.netty.jfr.enabled";
    private static final int FLUSH_MILLIS = 1_000;

    static {
        if (System.getProperty(NETTYS_EVENTS) == null) { // they make a program's start longer
            System.setProperty(NETTYS_EVENTS, "false");
        }
    }

    private final ChannelKind kind;
    private final Shared<EventLoopGroup>.Share loops;
    private volatile boolean closed;
    private final Addresses addresses = new Addresses();
    private final Set<NettyConnection> opened = ConcurrentHashMap.newKeySet(); // by this side
    private final int maxConnections;
    private final HttpLimits http;
    private final @Nullable MemoryBudget memory;
    private final @Nullable TlsContext tls;

    /**
     * Starts a transport that opens connections. Its threads are those of all such transports of this JVM.
     *
     * @param inProcess whether to servers that listen within this JVM
     * @param tls how they are encrypted; null if they are not
     */
    public static NettyTransport client(boolean inProcess, @Nullable Tls tls) {
        TlsContext context = tls == null ? null : new TlsContext(tls, false);
        HttpLimits none = new HttpLimits(1, Duration.ofSeconds(1));
        return new NettyTransport(Loops.ofClients(inProcess), ChannelKind.of(inProcess), 1, context, none, null);
    }

    /**
     * Starts a transport that listens.
     *
     * @param inProcess whether within this JVM only
     * @param maxConnections how many connections may come in at once; what is more is closed at once
     * @param tls how those that begin with TLS go on; null if they cannot
     * @param memory what all connections may take
     */
    public static NettyTransport server(
            String threads,
            boolean inProcess,
            int maxConnections,
            @Nullable Tls tls,
            HttpLimits http,
            MemoryBudget memory) {
        TlsContext context = tls == null ? null : new TlsContext(tls, true);
        return new NettyTransport(
                Loops.own(threads, inProcess), ChannelKind.of(inProcess), maxConnections, context, http, memory);
    }

    private NettyTransport(
            Shared<EventLoopGroup>.Share loops,
            ChannelKind kind,
            int maxConnections,
            @Nullable TlsContext tls,
            HttpLimits http,
            @Nullable MemoryBudget memory) {
        this.loops = loops;
        this.kind = kind;
        this.maxConnections = maxConnections;
        this.tls = tls;
        this.http = http;
        this.memory = memory;
    }

    @Override
    public <R extends Receiver> CompletableFuture<R> connect(
            Endpoint endpoint, Duration timeout, Function<Connection, R> receiver) {
        CompletableFuture<R> result = new CompletableFuture<>();
        AtomicReference<R> made = new AtomicReference<>();
        Bootstrap bootstrap = kind.client()
                .group(loops.value())
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, timeout.toMillis()))
                .handler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        initOutgoing(channel, endpoint, timeout, connection -> {
                            made.set(receiver.apply(connection));
                            return made.get();
                        });
                    }
                });
        CompletableFuture<? extends SocketAddress> found = kind.sockets()
                ? addresses.resolve(endpoint)
                : CompletableFuture.completedFuture(ChannelKind.local(endpoint.port()));
        found.whenComplete((address, unknown) -> {
            if (unknown != null) {
                result.completeExceptionally(failure(unknown));
            } else if (!closed) {
                bootstrap
                        .connect(address)
                        .addListener((ChannelFuture future) -> finish(future, endpoint, result, made));
            }
            if (closed) { // its event loop may not run the listener any more
                result.completeExceptionally(new IOException("the transport is closed"));
            }
        });
        return result;
    }

    private static <R> void finish(
            ChannelFuture future, Endpoint endpoint, CompletableFuture<R> result, AtomicReference<R> made) {
        if (!future.isSuccess()) {
            result.completeExceptionally(failure(future.cause()));
            return;
        }
        SslHandler tls = future.channel().pipeline().get(SslHandler.class);
        if (tls == null) {
            result.complete(made.get());
            return;
        }
        tls.handshakeFuture().addListener(handshake -> {
            if (handshake.isSuccess()) {
                result.complete(made.get());
            } else {
                result.completeExceptionally(
                        new IOException(TlsReasons.of(handshake.cause(), endpoint), handshake.cause()));
            }
        });
    }

    private static IOException failure(Throwable cause) {
        return new IOException(Reasons.of(cause), cause);
    }

    @Override
    public Listener listen(String host, int port, Function<Connection, Receiver> receiver) throws IOException {
        ChannelFuture bound = kind.server()
                .group(loops.value())
                .handler(new AcceptLimit(maxConnections))
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        initIncoming(channel, receiver);
                    }
                })
                .bind(kind.toBind(host, port))
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            String reason = Reasons.of(bound.cause());
            throw new IOException("cannot listen on " + host + ":" + port + ": " + reason, bound.cause());
        }
        return new BoundPort(bound.channel());
    }

    @Override
    public void close() {
        closed = true;
        CompletableFuture<?>[] flushes =
                opened.stream().map(NettyConnection::flush).toArray(CompletableFuture[]::new);
        CompletableFuture<?> flushed = CompletableFuture.allOf(flushes)
                .completeOnTimeout(null, FLUSH_MILLIS, TimeUnit.MILLISECONDS)
                .whenComplete((done, failure) -> end());
        addresses.close();
        if (!(Thread.currentThread() instanceof NonBlocking)) {
            flushed.join(); // the JVM may end next, and a call that nobody waits for with it
        }
    }

    private void end() {
        opened.forEach(NettyConnection::close);
        loops.close();
    }

    private void initOutgoing(
            Channel channel, Endpoint endpoint, Duration timeout, Function<Connection, ? extends Receiver> receiver) {
        if (tls != null) {
            SslHandler handler = tls.current().newHandler(channel.alloc(), endpoint.host(), endpoint.port());
            handler.setHandshakeTimeoutMillis(Math.max(1, timeout.toMillis()));
            channel.pipeline().addLast(handler);
        }
        NettyConnection connection = new NettyConnection(channel, null, receiver);
        opened.add(connection);
        channel.closeFuture().addListener(gone -> opened.remove(connection));
        if (closed) { // just now: it was not among those to close
            channel.close();
        }
        channel.pipeline().addLast(NettyConnection.NAME, connection);
    }

    private void initIncoming(Channel channel, Function<Connection, Receiver> receiver) {
        NettyConnection connection = new NettyConnection(channel, memory, receiver);
        channel.pipeline().addLast(new PortSelector(connection, tls, http));
        channel.pipeline().addLast(NettyConnection.NAME, connection);
    }

    private record BoundPort(Channel channel) implements Listener {

        @Override
        public int port() {
            return ChannelKind.port(channel.localAddress());
        }

        @Override
        public void close() {
            channel.close().awaitUninterruptibly();
        }
    }
}
