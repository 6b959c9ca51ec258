package io.rpcidl.runtime.transport.netty;

import io.netty.buffer.ByteBuf;
import io.rpcidl.runtime.transport.Receiver;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * The compression of a connection: zlib (RFC 1950), one window over all messages of a direction, flushed where a write
 * ends. What comes in is passed on in small pieces, so that whoever sends a little that becomes a lot meets the limits of
 * messages first. Belongs to the event loop; holds native memory until it is closed.
 */
final class Deflation implements AutoCloseable {

    private static final int PIECE = 16 * 1024;

    private final Inflater inflater = new Inflater();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final byte[] piece = new byte[PIECE];
    private boolean begun;
    private boolean closed;

    /** Inflates what came, and has it received. */
    void receive(byte[] bytes, Receiver receiver) throws DataFormatException {
        int start = 0;
        while (!begun && start < bytes.length) {
            begun = bytes[start++] == '\n'; // of the last line that is not deflated
        }
        inflater.setInput(bytes, start, bytes.length - start);
        for (int length = inflater.inflate(piece); length > 0 && !closed; length = inflater.inflate(piece)) {
            receiver.received(Arrays.copyOf(piece, length), 0, length);
        }
        if (inflater.finished() || inflater.needsDictionary()) {
            throw new DataFormatException("the deflated text ended");
        }
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
            inflater.end();
            deflater.end();
        }
    }
}
