package io.rpcidl.json;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Cuts a stream of bytes into JSON objects, here called messages. One starts with <code>&#123;</code> and ends where that object closes, or,
 * between peers that accepted each other, at the end of its line. What arrives in pieces is kept until it is whole, up
 * to a limit; what is longer is passed over without being kept. Whether a message is JSON is not decided here.
 *
 * <p>Belongs to one connection and its I/O thread.
 */
public final class Framer {

    /** Takes what the framer finds. */
    public interface Sink {
        /** A whole message; the array is not written to again. May call {@link Framer#expectLines}. */
        void message(byte[] bytes, int from, int to);

        /** A message is longer than the limit: here is how it starts. The rest will be passed over. */
        void tooLong(byte[] start, int length);

        /** Something stands where a message should start; nothing that follows makes sense. */
        void garbage(int firstByte);

        /** Returns whether a message that has not ended may be kept in an array of so many bytes; if not, it is too long. */
        default boolean mayKeep(int bytes) {
            return true;
        }

        /** Returns whether there is so much memory to spare that so many bytes of it may be made for what may still come. */
        default boolean maySpare(int bytes) {
            return true;
        }
    }

    /** Room that is made for what may still come of a message is so many times what is there, at most. */
    private static final int TRUST = 64;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final int maxBytes;
    private boolean lines;
    private boolean broken;
    private boolean paused;
    private int markBytes; // of a byte order mark, seen at the very start; -1 behind the start
    private byte[] kept = new byte[0];
    private int keptLength;
    private int expected; // length of a message in pieces, as others were
    private boolean within; // a message has started and not ended
    private boolean skipping; // it is too long
    private long started;
    private final BitSet arrays = new BitSet(); // which of the open brackets are square
    private int depth;
    private boolean inString;
    private boolean escaped;

    /** Makes a framer that keeps at most so many bytes of one message. */
    public Framer(int maxBytes) {
        this.maxBytes = maxBytes;
    }

    /** From the next message on, a line is a message. */
    public void expectLines() {
        lines = true;
    }

    /** Returns whether a line is a message. */
    public boolean isLines() {
        return lines;
    }

    /** Returns whether a message has started and not ended. */
    public boolean isWithinMessage() {
        return within;
    }

    /** Returns whether what has not ended is too long, and was reported. */
    public boolean isSkipping() {
        return skipping;
    }

    /** Returns whether something came after which no message can be found any more. */
    public boolean isBroken() {
        return broken;
    }

    /** Returns how many bytes the array has in which a message is kept that has not ended. */
    public int kept() {
        return kept.length;
    }

    /** Returns how many messages have started. */
    public long started() {
        return started;
    }

    /** Hands out nothing more of the bytes that are being fed: what follows is not plain text. */
    public void pause() {
        paused = true;
        within = false; // what was too long to keep has been reported
        skipping = false;
    }

    /** Takes the next bytes and hands out every message that is whole; returns where it stopped, if it was paused. */
    public int feed(byte[] chunk, int from, int to, Sink sink) {
        int at = from;
        paused = false;
        while (at < to && !broken && !paused) {
            if (!within) {
                at = start(chunk, at, to, sink);
                if (!within) {
                    continue;
                }
            }
            int messageStart = at;
            at = lines ? lineEnd(chunk, at, to) : objectEnd(chunk, at, to);
            if (at < 0) {
                keep(chunk, messageStart, to, sink);
                return to;
            }
            finish(chunk, messageStart, at, sink);
        }
        return at;
    }

    /** Passes what may stand between messages and returns where the next one starts. */
    private int start(byte[] chunk, int from, int to, Sink sink) {
        int at = from;
        while (markBytes >= 0 && at < to && markBytes < 3 && chunk[at] == BYTE_ORDER_MARK[markBytes]) {
            markBytes++;
            at++;
        }
        if (at == to) {
            return at;
        }
        boolean cutMark = markBytes == 1 || markBytes == 2;
        markBytes = -1;
        while (!cutMark && at < to && isSpace(chunk[at])) {
            at++;
        }
        if (at == to) {
            return at;
        }
        if (cutMark || chunk[at] != '{') {
            broken = true;
            sink.garbage(chunk[at] & 0xff);
            return at;
        }
        within = true;
        started++;
        depth = 0;
        return at;
    }

    private void finish(byte[] chunk, int from, int end, Sink sink) {
        within = false;
        if (skipping) {
            skipping = false;
            return;
        }
        boolean fits = (long) keptLength + end - from <= maxBytes;
        if (fits && keptLength == 0) {
            sink.message(chunk, from, end);
        } else if (!append(chunk, from, fits ? end : from + maxBytes - keptLength, true, sink) || !fits) {
            sink.tooLong(kept, keptLength);
            release();
        } else {
            int length = keptLength;
            byte[] whole = kept.length / 2 > length ? Arrays.copyOf(kept, length) : kept;
            expected = Math.max(length, expected - expected / 8);
            release();
            sink.message(whole, 0, length);
        }
    }

    private void keep(byte[] chunk, int from, int to, Sink sink) {
        if (skipping) {
            return;
        }
        boolean fits = (long) keptLength + to - from <= maxBytes;
        boolean whole = append(chunk, from, fits ? to : from + maxBytes - keptLength, false, sink) && fits;
        if (!whole) {
            skipping = true;
            byte[] start = kept;
            int length = keptLength;
            release();
            sink.tooLong(start, length);
        }
    }

    /** Keeps bytes; returns false, and keeps none of them, if there may be no more. */
    private boolean append(byte[] chunk, int from, int to, boolean last, Sink sink) {
        int length = to - from;
        int needed = keptLength + length;
        if (kept.length < needed) {
            int capacity = last ? needed : capacity(needed, sink);
            if (!sink.mayKeep(capacity)) {
                return false;
            }
            kept = Arrays.copyOf(kept, capacity);
        }
        System.arraycopy(chunk, from, kept, keptLength, length);
        keptLength = needed;
        return true;
    }

    /** Grows to what others were at once, where enough has come and there is memory to spare, and else doubles. */
    private int capacity(int needed, Sink sink) {
        long doubled = Math.max(needed, kept.length * 2L);
        long wanted = doubled;
        if (needed <= expected) {
            wanted = Math.min(expected, Math.max(doubled, (long) needed * TRUST));
            wanted = wanted <= doubled || sink.maySpare((int) wanted) ? wanted : doubled;
        }
        return (int) Math.min(wanted, Math.max(maxBytes, needed));
    }

    private void release() {
        kept = new byte[0];
        keptLength = 0;
    }

    /** Returns the offset behind the next line feed, or -1. */
    private static int lineEnd(byte[] chunk, int from, int to) {
        int at = Words.lineEnd(chunk, from, to);
        return at < to ? at + 1 : -1;
    }

    /** Goes on counting brackets outside of strings; returns the offset behind the last one, or -1. */
    private int objectEnd(byte[] chunk, int from, int to) {
        for (int at = from; at < to; at++) {
            int c = chunk[at];
            if (inString) {
                if (escaped) {
                    escaped = false;
                } else if (c == '\\') {
                    escaped = true;
                } else if (c == '"') {
                    inString = false;
                }
            } else if (c == '"') {
                inString = true;
            } else if (c == '{' || c == '[') {
                arrays.set(depth++, c == '[');
            } else if (c == '}' || c == ']') {
                boolean fits = arrays.get(--depth) == (c == ']');
                broken = !fits; // it ends the message: the reader will say where it is
                if (depth == 0 || broken) {
                    return at + 1;
                }
            }
        }
        return -1;
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
