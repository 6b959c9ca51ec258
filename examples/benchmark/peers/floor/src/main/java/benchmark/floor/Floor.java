package benchmark.floor;

import benchmark.load.Caller;
import benchmark.load.Peer;
import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;

/** As many bytes there and back, over one bare connection for each processor. */
public final class Floor implements Peer {

    private static final int LOOPS = Runtime.getRuntime().availableProcessors();

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public int serve() throws Exception {
        Sizes sizes = new Sizes();
        Channel listening = new ServerBootstrap()
                .group(loops())
                .channel(Epoll.isAvailable() ? EpollServerSocketChannel.class : NioServerSocketChannel.class)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new FloorServer(sizes));
                    }
                })
                .bind("127.0.0.1", 0)
                .sync()
                .channel();
        return ((InetSocketAddress) listening.localAddress()).getPort();
    }

    @Override
    public Caller connect(int port) throws Exception {
        Sizes sizes = new Sizes();
        FloorConnection[] connections = new FloorConnection[LOOPS];
        for (int i = 0; i < LOOPS; i++) {
            FloorConnection connection = new FloorConnection(sizes);
            new Bootstrap()
                    .group(ClientLoops.ALL)
                    .channel(Epoll.isAvailable() ? EpollSocketChannel.class : NioSocketChannel.class)
                    .option(ChannelOption.TCP_NODELAY, true)
                    .handler(connection)
                    .connect("127.0.0.1", port)
                    .sync();
            connections[i] = connection;
        }
        return new FloorCaller(connections);
    }

    /** What all clients of a JVM share. */
    private static final class ClientLoops {

        static final EventLoopGroup ALL = loops();
    }

    private static EventLoopGroup loops() {
        return new MultiThreadIoEventLoopGroup(
                LOOPS, Epoll.isAvailable() ? EpollIoHandler.newFactory() : NioIoHandler.newFactory());
    }
}
