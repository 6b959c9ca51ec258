package io.rpcidl.transport.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.PooledByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFactory;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import io.netty.channel.nio.NioIoHandler;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What a transport's channels are.
 *
 * @param io runs them
 * @param opened those that are opened
 * @param listening those that listen
 * @param sockets whether they are sockets, and not within the JVM
 */
record ChannelKind(
        IoHandlerFactory io,
        ChannelFactory<? extends Channel> opened,
        ChannelFactory<? extends ServerChannel> listening,
        boolean sockets) {

    private static final int BACKLOG = 1_024;
    private static final AtomicInteger LOCAL_PORTS = new AtomicInteger();

    /** Returns sockets, or what does not leave the JVM. */
    static ChannelKind of(boolean inProcess) {
        return inProcess
                ? new ChannelKind(LocalIoHandler.newFactory(), LocalChannel::new, LocalServerChannel::new, false)
                : new ChannelKind(
                        NioIoHandler.newFactory(), SocketChannels.Open::new, SocketChannels.Listening::new, true);
    }

    Bootstrap client() {
        Bootstrap bootstrap =
                new Bootstrap().channelFactory(opened).option(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT);
        return sockets ? bootstrap.option(ChannelOption.TCP_NODELAY, true) : bootstrap;
    }

    ServerBootstrap server() {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .channelFactory(listening)
                .childOption(ChannelOption.ALLOCATOR, PooledByteBufAllocator.DEFAULT);
        return sockets
                ? bootstrap
                        .option(ChannelOption.SO_BACKLOG, BACKLOG)
                        .option(ChannelOption.SO_REUSEADDR, true)
                        .childOption(ChannelOption.TCP_NODELAY, true)
                        .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                : bootstrap;
    }

    /** Returns the address of a port within the JVM. */
    static SocketAddress local(int port) {
        return new LocalAddress("rpcidl:" + port);
    }

    /** Returns the address to bind; port 0 stands for any that is free. */
    SocketAddress toBind(String host, int port) {
        return sockets ? new InetSocketAddress(host, port) : local(port == 0 ? LOCAL_PORTS.incrementAndGet() : port);
    }

    /** Returns the port of an address that is bound. */
    static int port(SocketAddress bound) {
        return bound instanceof LocalAddress local
                ? Integer.parseInt(local.id().replaceFirst(".*:", ""))
                : ((InetSocketAddress) bound).getPort();
    }
}
