package io.rpcidl.transport.netty;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.rpcidl.transport.thread.Shared;
import java.util.concurrent.TimeUnit;

/** The event loops of transports. All clients of a JVM share theirs: many clients need no more threads than one. */
final class Loops {

    private static final int QUIET_MILLIS = 100;
    private static final int MOST_MILLIS = 2_000;
    private static final Shared<EventLoopGroup> SOCKETS = loops("rpcidl-client", false);
    private static final Shared<EventLoopGroup> IN_PROCESS = loops("rpcidl-client", true);

    private Loops() {}

    /** Returns a client's share of those of all clients. */
    static Shared<EventLoopGroup>.Share ofClients(boolean inProcess) {
        return (inProcess ? IN_PROCESS : SOCKETS).take();
    }

    /** Returns new ones, for one user alone. */
    static Shared<EventLoopGroup>.Share own(String threads, boolean inProcess) {
        return loops(threads, inProcess).take();
    }

    private static Shared<EventLoopGroup> loops(String threads, boolean inProcess) {
        return new Shared<>(
                () -> new MultiThreadIoEventLoopGroup(
                        0, IoThread.daemons(threads), ChannelKind.of(inProcess).io()),
                // without a quiet period a loop may end before it has closed its channels: their descriptors would be
                // lost
                loops -> loops.shutdownGracefully(QUIET_MILLIS, MOST_MILLIS, TimeUnit.MILLISECONDS));
    }
}
