package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import java.nio.ByteBuffer;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a connection sends. Senders put it in a queue, and a task of the event loop writes all that is there with one flush. Where
 * nothing else of the connection is on its way a sender may write by itself, which saves waking the event loop. Either writes, or
 * the other, and one sender at a time. Safe for any number of threads.
 */
final class Outbox {

    private static final int MUCH = 1 << 20;
    private static final int SHORT = 16 * 1024; // the JDK keeps as much direct memory for each thread that writes

    /** So many messages in a row that were alone: before, a sender who writes would keep others from sharing its flush. */
    private static final int ALONE = 16;

    private enum Writer {
        NOBODY,
        EVENT_LOOP,
        SENDER
    }

    private final Channel channel;
    private final SocketChannels.@Nullable Open socket; // that senders may write to
    private final Chunks chunks;
    private final Supplier<Deflation> deflation;
    private final Runnable written;
    private final Runnable ended;
    private final Queue<Outgoing> queue = new ConcurrentLinkedQueue<>();
    private final Queue<Runnable> awaitingRoom = new ConcurrentLinkedQueue<>();
    private final AtomicReference<Writer> writer = new AtomicReference<>(Writer.NOBODY);
    private final Runnable drain = this::drain;
    private volatile boolean closing;
    private volatile boolean direct; // senders may write: nothing is encrypted, and there is memory for it
    private volatile boolean deflating; // all that follows, or soon
    private int alone; // messages in a row; no more than a guess, and not guarded
    private @Nullable ByteBuffer left; // by a sender, of its message; belongs to who writes

    // the event loop's own
    private boolean deflates; // what is next
    private boolean draining;
    private boolean endSaid;
    private int queued; // by itself, since it has written last

    /**
     * Makes an empty one.
     *
     * @param written is run on the event loop when that has written
     * @param ended is run on the event loop, once, when the last is written
     */
    Outbox(Channel channel, Supplier<Deflation> deflation, Runnable written, Runnable ended) {
        this.channel = channel;
        this.socket = channel instanceof SocketChannels.Open open ? open : null;
        this.chunks = new Chunks(channel);
        this.deflation = deflation;
        this.written = written;
        this.ended = ended;
    }

    // ---- any thread

    /** Sends in the order of the calls; drops what comes after the close. */
    void send(Outgoing message) {
        if (!closing) {
            if (alone != 0) {
                alone = 0;
            }
            if (message.thenDeflate()) {
                deflating = true;
            }
            queue.add(message);
            schedule();
            drainMuch(message.length());
        }
    }

    /**
     * Sends what is alone; writes it here and now if what came before was so too, where that is possible and it is short. Returns
     * whether what came before was alone.
     */
    boolean sendNow(byte[] bytes, int length) {
        boolean lone = isAlone();
        SocketChannels.Open to = lone && length <= SHORT && !channel.eventLoop().inEventLoop() ? socket : null;
        boolean mine = to != null && isFree() && writer.compareAndSet(Writer.NOBODY, Writer.SENDER);
        if (mine && isFree()) {
            write(to, ByteBuffer.wrap(bytes, 0, length));
            return lone;
        }
        if (!closing) {
            queue.add(Outgoing.of(bytes, length));
        }
        if (mine) {
            leaveToEventLoop(); // for something has come just now, before it
        } else {
            schedule();
            drainMuch(length);
        }
        return lone;
    }

    private boolean isAlone() {
        if (alone >= ALONE) {
            return true;
        }
        alone++;
        return false;
    }

    private boolean isFree() {
        return direct && !deflating && !chunks.areLeft() && !closing && queue.isEmpty();
    }

    private void write(SocketChannels.Open to, ByteBuffer bytes) {
        try {
            to.write(bytes);
        } catch (OutOfMemoryError e) {
            direct = false; // the event loop has memory of its own
        } catch (Throwable e) { // nobody knows how much of it has left: nothing can follow
            channel.eventLoop().execute(() -> fail(e));
            closing = true;
            bytes.position(bytes.limit());
        }
        if (bytes.hasRemaining()) {
            left = bytes;
            leaveToEventLoop();
        } else {
            release();
        }
    }

    private void leaveToEventLoop() {
        writer.set(Writer.EVENT_LOOP);
        channel.eventLoop().execute(drain);
    }

    /** A sender writes no more; looks after what has come meanwhile from those who found it writing. */
    private void release() {
        writer.set(Writer.NOBODY);
        if (!queue.isEmpty() || !awaitingRoom.isEmpty() || closing) {
            schedule();
        }
    }

    private void schedule() {
        if (writer.get() == Writer.NOBODY && writer.compareAndSet(Writer.NOBODY, Writer.EVENT_LOOP)) {
            channel.eventLoop().execute(drain);
        }
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

    // ---- the event loop

    /** What was received shows that nothing is encrypted: from here on senders may write. */
    void allowDirect() {
        direct = true;
    }

    private void flush(CompletableFuture<@Nullable Void> flushed) {
        if (drain()) {
            channel.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(done -> flushed.complete(null));
        } else {
            channel.eventLoop().execute(() -> flush(flushed)); // a sender writes, for a moment
        }
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

    /** Writes all that is there, and tells those who wait for it. Returns false, and does nothing, if another is at it. */
    private boolean drain() {
        boolean mine = !draining
                && (writer.get() == Writer.EVENT_LOOP || writer.compareAndSet(Writer.NOBODY, Writer.EVENT_LOOP));
        if (!mine) {
            return false;
        }
        boolean end = closing;
        draining = true;
        try {
            writeAll();
        } catch (RuntimeException | Error e) { // no memory, or whoever makes a growing message: a part of it is lost
            closing = true;
            queue.clear();
            fail(e);
        } finally {
            draining = false;
            writer.set(Writer.NOBODY);
        }
        if (!queue.isEmpty() || closing && !end) { // come just now, from those who found the event loop writing
            schedule();
        }
        tellRoom();
        if (end && !endSaid) {
            endSaid = true;
            ended.run();
        }
        return true;
    }

    private void writeAll() {
        queued = 0;
        try {
            ByteBuffer rest = left;
            if (rest != null) {
                left = null;
                chunks.add(rest, queue.isEmpty());
            }
            for (Outgoing head = queue.poll(); head != null; head = queue.poll()) {
                Outgoing next = head.finished();
                if (deflates) {
                    ByteBuf chunk = chunks.withRoom(next.length(), queue.isEmpty());
                    deflation.get().write(next.bytes(), next.length(), queue.isEmpty(), chunk);
                } else {
                    chunks.add(next.bytes(), next.length(), queue.isEmpty());
                    deflates = next.thenDeflate();
                }
            }
            if (chunks.flush()) {
                written.run();
            }
        } finally {
            chunks.discard();
        }
    }

    /** Has those told who wait for room, if there is any; while a message is being written, it is too early to tell. */
    void tellRoom() {
        if (draining) {
            return;
        }
        int tasks = awaitingRoom.isEmpty() || !channel.isWritable() ? 0 : awaitingRoom.size();
        for (int i = 0; i < tasks; i++) { // those that they add wait for what they send
            Runnable task = awaitingRoom.poll();
            if (task != null) {
                task.run();
            }
        }
    }

    private void fail(Throwable cause) {
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
