package io.rpcidl.transport.netty;

import io.netty.buffer.ByteBuf;
import io.rpcidl.transport.Receiver;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The compression of a connection: zlib (RFC 1950), one window over all messages of a direction, flushed where a write
 * ends. What comes in is passed on in small pieces, a few at a time, so that whoever sends a little that becomes a lot meets the limits of
 * messages first. Belongs to the event loop; holds native memory until it is closed.
 */
final class Deflation implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final Inflater inflater = new Inflater();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] piece = new byte[PIECE];
    private boolean begun;
    private final Deque<byte[]> came = new ArrayDeque<>();
    private boolean fed; // with the first of what came
    private boolean closed;

    /** Takes what came; it is inflated by {@link #receive}. */
    void add(byte[] bytes) {
        came.add(bytes);
    }

    /** Returns whether something that came is not inflated yet. */
    boolean hasInput() {
        return !came.isEmpty();
    }

    /** Forgets what is not inflated yet. */
    void drop() {
        came.clear();
    }

    /** Inflates some of what came, and has it received. */
    void receive(Receiver receiver) throws DataFormatException {
        int given = 0;
        while (given < PIECE && !closed && !came.isEmpty()) {
            if (!fed) {
                feed(came.element());
            }
            int length = inflater.inflate(piece);
            if (length > 0) {
                given += length;
                receiver.received(Arrays.copyOf(piece, length), 0, length);
            } else if (inflater.finished() || inflater.needsDictionary()) {
                throw new DataFormatException("the deflated text ended");
            } else {
                came.remove();
                fed = false;
            }
        }
    }

    private void feed(byte[] bytes) {
        int start = 0;
        while (!begun && start < bytes.length) {
            begun = bytes[start++] == '\n'; // of the last line that is not deflated
        }
        inflater.setInput(bytes, start, bytes.length - start);
        fed = true;
    }

    /** Deflates bytes; {@code last} says that nothing is written behind them now. */
    void write(byte[] bytes, int length, boolean last, ByteBuf out) {
        if (closed) {
            return;
        }
        deflater.setInput(bytes, 0, length);
        int mode = last ? Deflater.SYNC_FLUSH : Deflater.NO_FLUSH;
        for (int written = PIECE; written == PIECE; ) {
            written = deflater.deflate(piece, 0, PIECE, mode);
            out.writeBytes(piece, 0, written);
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            came.clear();
            inflater.end();
            deflater.end();
        }
    }
}
