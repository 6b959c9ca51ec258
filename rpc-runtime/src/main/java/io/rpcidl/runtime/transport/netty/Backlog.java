package io.rpcidl.runtime.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.rpcidl.runtime.transport.MemoryBudget;

/** What was written to a connection and waits for the other side to read. Belongs to the event loop. */
final class Backlog {

    private final Channel channel;
    private final MemoryBudget memory;
    private final MemoryBudget.Share share;

    Backlog(Channel channel, MemoryBudget memory) {
        this.channel = channel;
        this.memory = memory;
        this.share = memory.share();
    }

    /** Looks at it again; returns false if the connection has to be given up, for its backlog takes memory that is short. */
    boolean update() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        boolean some = waiting != null && !channel.isWritable();
        share.hold(some ? waiting.totalPendingWriteBytes() : 0);
        return !some || !memory.isExhausted();
    }

    /** Nothing waits any more. */
    void close() {
        share.close();
    }
}
