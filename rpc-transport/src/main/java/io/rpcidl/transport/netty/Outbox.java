package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOutboundBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a connection sends. Senders put it in a queue, and a task of the event loop writes all that is there with one flush. A
 * sender who has nothing else on its way may write by itself, which saves waking the event loop; one of them writes at a time. Safe for
 * any number of threads.
 */
final class Outbox {

    private static final Logger LOG = LoggerFactory.getLogger(Outbox.class);
    private static final int CHUNK = 64 * 1024;
    private static final int MUCH = 1 << 20;
    private static final int SHORT = 16 * 1024; // the JDK keeps as much direct memory for each thread that writes

    private enum Writer {
        NOBODY,
        EVENT_LOOP,
        SENDER
    }

    private final Channel channel;
    private final Supplier<Deflation> deflation;
    private final Runnable written;
    private final Runnable ended;
    private final Queue<Outgoing> queue = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> awaitingRoom = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Writer> writer = new AtomicReference<>(Writer.NOBODY);
    private final Runnable drain = this::drain;
    private volatile boolean closing;
    private volatile boolean plain; // nothing is encrypted
    private volatile boolean deflating; // what follows, or soon
    private volatile boolean full; // something waits in the channel
    private @Nullable Outgoing rest; // what a sender could not write; belongs to who writes
    private boolean deflates; // the event loop, as what follows
    private boolean over;
    private int queued; // by the event loop itself, since it has written last

    /**
     * Makes an empty one.
     *
     * @param written is run on the event loop when it has written
     * @param ended is run on the event loop when it has written the last
     */
    Outbox(Channel channel, Supplier<Deflation> deflation, Runnable written, Runnable ended) {
        this.channel = channel;
        this.deflation = deflation;
        this.written = written;
        this.ended = ended;
    }

    // ---- any thread

    /** Sends in the order of the calls; drops what comes after the close. */
    void send(Outgoing message) {
        if (!closing) {
            if (message.thenDeflate()) {
                deflating = true;
            }
            queue.add(message);
            schedule();
            drainMuch(message.length());
        }
    }

    /** Sends; writes it here and now where that is possible, and it is short. */
    void sendNow(byte[] bytes, int length) {
        boolean mine = length <= SHORT
                && isFree()
                && channel instanceof SocketChannels.Open
                && !channel.eventLoop().inEventLoop()
                && writer.compareAndSet(Writer.NOBODY, Writer.SENDER);
        if (!mine) {
            send(Outgoing.of(bytes, length));
        } else if (isFree()) {
            write((SocketChannels.Open) channel, ByteBuffer.wrap(bytes, 0, length));
        } else {
            queue.add(Outgoing.of(bytes, length)); // behind what has come just now
            leaveToEventLoop();
        }
    }

    private boolean isFree() {
        return plain && !deflating && !full && !closing && queue.isEmpty();
    }

    private void write(SocketChannels.Open socket, ByteBuffer bytes) {
        try {
            socket.write(bytes);
        } catch (IOException e) {
            channel.eventLoop().execute(() -> failed(e));
            bytes.position(bytes.limit());
        } catch (OutOfMemoryError e) {
            LOG.debug("no direct memory for a thread that sends: the event loop has its own", e);
        }
        if (bytes.hasRemaining()) {
            byte[] left = Arrays.copyOfRange(bytes.array(), bytes.position(), bytes.limit());
            rest = Outgoing.of(left, left.length);
            leaveToEventLoop();
        } else {
            release();
        }
    }

    private void leaveToEventLoop() {
        writer.set(Writer.EVENT_LOOP);
        channel.eventLoop().execute(drain);
    }

    /** Runs a task on the event loop once what was sent has left, or is little enough. */
    void whenWritable(Runnable task) {
        awaitingRoom.add(task);
        schedule();
    }

    /** Completes once what was sent before has left this process, or never will. */
    CompletableFuture<@Nullable Void> flush() {
        CompletableFuture<@Nullable Void> flushed = new CompletableFuture<>();
        channel.eventLoop().execute(() -> flush(flushed));
        return flushed;
    }

    /** Takes nothing more, and has it said when all is written. */
    void close() {
        closing = true;
        schedule();
    }

    /** Takes nothing more. */
    void abort() {
        closing = true;
    }

    boolean isClosing() {
        return closing;
    }

    private void schedule() {
        if (writer.get() == Writer.NOBODY && writer.compareAndSet(Writer.NOBODY, Writer.EVENT_LOOP)) {
            channel.eventLoop().execute(drain);
        }
    }

    /** A sender writes no more; looks after what has come meanwhile from those who found it writing. */
    private void release() {
        writer.set(Writer.NOBODY);
        if (!queue.isEmpty() || !awaitingRoom.isEmpty() || closing) {
            schedule();
        }
    }

    // ---- the event loop

    /** What was received says that nothing is encrypted: from here on senders may write by themselves. */
    void setPlain() {
        plain = true;
    }

    /** Calls that are answered where they are read may answer a lot before anything else runs here. */
    private void drainMuch(int length) {
        if (channel.eventLoop().inEventLoop()) {
            queued += length;
            if (queued > MUCH) {
                drain();
            }
        }
    }

    private void flush(CompletableFuture<@Nullable Void> flushed) {
        drain();
        if (writer.get() == Writer.SENDER) { // for a moment only
            channel.eventLoop().execute(() -> flush(flushed));
        } else {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> flushed.complete(null));
        }
    }

    private void drain() {
        queued = 0;
        boolean mine = writer.get() == Writer.EVENT_LOOP || writer.compareAndSet(Writer.NOBODY, Writer.EVENT_LOOP);
        if (!mine) {
            return; // a sender writes, and will have this called again
        }
        boolean end = closing;
        ByteBuf chunk = null;
        for (Outgoing head = first(); head != null; head = queue.poll()) {
            Outgoing next = head.finished();
            if (chunk != null && chunk.writableBytes() < next.length()) {
                channel.write(chunk, channel.voidPromise());
                chunk = null;
            }
            if (chunk == null) {
                int capacity = queue.isEmpty() ? next.length() : Math.max(next.length(), CHUNK);
                chunk = channel.alloc().directBuffer(capacity);
            }
            if (deflates) {
                deflation.get().write(next.bytes(), next.length(), queue.isEmpty(), chunk);
            } else {
                chunk.writeBytes(next.bytes(), 0, next.length());
                deflates = next.thenDeflate();
            }
        }
        if (chunk != null) {
            channel.writeAndFlush(chunk, channel.voidPromise());
            watchRest();
            written.run();
        }
        writer.set(Writer.NOBODY);
        if (!queue.isEmpty() || closing && !end) { // come just now, from those who found the event loop writing
            schedule();
        }
        tellRoom();
        if (end && !over) {
            over = true;
            ended.run();
        }
    }

    private @Nullable Outgoing first() {
        Outgoing left = rest;
        rest = null;
        return left == null ? queue.poll() : left;
    }

    /** Notes whether the channel has something that the socket did not take; until it has, no sender may write. */
    private void watchRest() {
        if (!full && hasRest()) {
            full = true;
            awaitLeft();
        }
    }

    private void awaitLeft() {
        channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(left -> {
            if (hasRest()) {
                awaitLeft();
            } else {
                full = false;
            }
        });
    }

    private boolean hasRest() {
        ChannelOutboundBuffer waiting = channel.unsafe().outboundBuffer();
        return waiting != null && !waiting.isEmpty();
    }

    /** Has those told who wait for room, if there is any. */
    void tellRoom() {
        int tasks = awaitingRoom.isEmpty() || !channel.isWritable() ? 0 : awaitingRoom.size();
        for (int i = 0; i < tasks; i++) { // those that they add wait for what they send
            Runnable task = awaitingRoom.poll();
            if (task != null) {
                task.run();
            }
        }
    }

    private void failed(IOException cause) {
        if (channel.isOpen()) { // else it is said already why not
            channel.pipeline().fireExceptionCaught(cause);
        }
    }

    /** The channel is gone. */
    void clear() {
        queue.clear();
        awaitingRoom.clear();
    }
}
