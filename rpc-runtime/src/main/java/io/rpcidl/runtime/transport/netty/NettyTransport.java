package io.rpcidl.runtime.transport.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.rpcidl.runtime.Endpoint;
import io.rpcidl.runtime.transport.Connection;
import io.rpcidl.runtime.transport.Receiver;
import io.rpcidl.runtime.transport.Transport;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/** TCP on Netty's event loops: epoll where it is present, NIO elsewhere. */
public final class NettyTransport implements Transport {

    private static final int BACKLOG = 1_024;

    private final boolean epoll = Epoll.isAvailable();
    private final EventLoopGroup group;
    private final Addresses addresses = new Addresses();
    private final int maxConnections;

    /**
     * Starts a transport.
     *
     * @param name how its threads are named
     * @param maxConnections how many connections may come in at once; what is more is closed at once
     */
    public NettyTransport(String name, int maxConnections) {
        IoHandlerFactory io = epoll ? EpollIoHandler.newFactory() : NioIoHandler.newFactory();
        this.group = new MultiThreadIoEventLoopGroup(0, new DefaultThreadFactory(name, true), io);
        this.maxConnections = maxConnections;
    }

    @Override
    public <R extends Receiver> CompletableFuture<R> connect(
            Endpoint endpoint, Duration timeout, Function<Connection, R> receiver) {
        CompletableFuture<R> result = new CompletableFuture<>();
        AtomicReference<R> made = new AtomicReference<>();
        Bootstrap bootstrap = new Bootstrap()
                .group(group)
                .channel(epoll ? EpollSocketChannel.class : NioSocketChannel.class)
                .option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .option(ChannelOption.TCP_NODELAY, true)
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) Math.max(1, timeout.toMillis()))
                .handler(initializer(false, connection -> {
                    made.set(receiver.apply(connection));
                    return made.get();
                }));
        addresses.resolve(endpoint).whenComplete((address, unknown) -> {
            if (unknown != null) {
                result.completeExceptionally(failure(unknown));
                return;
            }
            ChannelFuture connecting = bootstrap.connect(address);
            connecting.addListener((ChannelFuture future) -> finish(future, result, made));
            if (group.isShuttingDown()) { // its event loop may not run the listener any more
                result.completeExceptionally(new IOException("the transport is closed"));
            }
        });
        return result;
    }

    private static <R> void finish(ChannelFuture future, CompletableFuture<R> result, AtomicReference<R> made) {
        if (future.isSuccess()) {
            result.complete(made.get());
        } else {
            result.completeExceptionally(failure(future.cause()));
        }
    }

    private static IOException failure(Throwable cause) {
        return new IOException(Reasons.of(cause), cause);
    }

    @Override
    public Listener listen(String host, int port, Function<Connection, Receiver> receiver) throws IOException {
        Class<? extends ServerChannel> type = epoll ? EpollServerSocketChannel.class : NioServerSocketChannel.class;
        ChannelFuture bound = new ServerBootstrap()
                .group(group)
                .channel(type)
                .option(ChannelOption.SO_BACKLOG, BACKLOG)
                .option(ChannelOption.SO_REUSEADDR, true)
                .handler(new AcceptLimit(maxConnections))
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childHandler(initializer(true, receiver))
                .bind(host, port)
                .awaitUninterruptibly();
        if (!bound.isSuccess()) {
            String reason = Reasons.of(bound.cause());
            throw new IOException("cannot listen on " + host + ":" + port + ": " + reason, bound.cause());
        }
        return new BoundPort(bound.channel());
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 2, TimeUnit.SECONDS);
        addresses.close();
    }

    private static ChannelInitializer<Channel> initializer(
            boolean incoming, Function<Connection, ? extends Receiver> receiver) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(Channel channel) {
                channel.pipeline().addLast(new NettyConnection(channel, incoming, receiver));
            }
        };
    }

    private record BoundPort(Channel channel) implements Listener {

        @Override
        public int port() {
            return ((InetSocketAddress) channel.localAddress()).getPort();
        }

        @Override
        public void close() {
            channel.close().awaitUninterruptibly();
        }
    }
}
