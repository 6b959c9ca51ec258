package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.nio.ByteBuffer;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a channel writes, in chunks: many short messages share one, and a long one has many, so that the other side reads the first
 * while the next is copied, and each is memory that the pool has at hand. Belongs to the event loop.
 */
final class Chunks {

    private static final int SHARED = 64 * 1024;
    private static final int MOST = 256 * 1024;

    private final Channel channel;
    private @Nullable ByteBuf chunk; // not written yet
    private volatile boolean left; // the channel holds what the socket did not take

    Chunks(Channel channel) {
        this.channel = channel;
    }

    /** Returns whether some have not left this process; what is written to the socket by anybody else would overtake them. */
    boolean areLeft() {
        return left;
    }

    /** Adds bytes that are left of a short message. */
    void add(ByteBuffer bytes, boolean last) {
        withRoom(bytes.remaining(), last).writeBytes(bytes);
    }

    /** Adds the bytes of a message. */
    void add(byte[] bytes, int length, boolean last) {
        int from = 0;
        for (; length - from > MOST; from += MOST) {
            withRoom(MOST, true).writeBytes(bytes, from, MOST);
            channel.writeAndFlush(taken(), channel.voidPromise());
        }
        withRoom(length - from, last).writeBytes(bytes, from, length - from);
    }

    /** Returns a chunk to which so many bytes can be added, and more of them if they are not the last. */
    ByteBuf withRoom(int bytes, boolean last) {
        if (chunk != null && chunk.writableBytes() < bytes) {
            channel.write(taken(), channel.voidPromise());
        }
        if (chunk == null) {
            chunk = channel.alloc().directBuffer(last ? bytes : Math.max(bytes, SHARED));
        }
        return chunk;
    }

    private ByteBuf taken() {
        ByteBuf full = Objects.requireNonNull(chunk);
        chunk = null;
        return full;
    }

    /** Writes what was added; returns whether there was anything. */
    boolean flush() {
        if (chunk == null) {
            return false;
        }
        channel.writeAndFlush(taken(), channel.voidPromise());
        if (!left && channelHolds()) {
            left = true;
            awaitLeft();
        }
        return true;
    }

    private void awaitLeft() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> {
            if (channelHolds()) {
                awaitLeft();
            } else {
                left = false;
            }
        });
    }

    private boolean channelHolds() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting != null && !waiting.isEmpty();
    }

    /** Forgets what was added and not written. */
    void discard() {
        if (chunk != null) {
            taken().release();
        }
    }
}
