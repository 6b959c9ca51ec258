package io.rpcidl.transport.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import io.rpcidl.transport.MemoryBudget;

/** What was written to a connection and waits for the other side to read. Belongs to the event loop. */
final class Backlog {

    private final Channel channel;
    private final MemoryBudget.Share share;

    /** Makes it for a channel; {@code drop} gives that up, when the memory is needed by others. */
    Backlog(Channel channel, MemoryBudget memory, Runnable drop) {
        this.channel = channel;
        this.share = memory.share(drop);
    }

    /** Looks at it again. */
    void update() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        share.hold(waiting == null || channel.isWritable() ? 0 : waiting.totalPendingWriteBytes());
    }

    /** Nothing waits any more. */
    void close() {
        share.close();
    }
}
