package io.rpcidl.json;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Decimal digits straight into bytes, two at a time. */
final class Digits {

    /** The most bytes that a number takes. */
    static final int ROOM = 20;

    private static final int EIGHT_DIGITS = 100_000_000;

    private static final VarHandle SHORTS =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.LITTLE_ENDIAN);

    /** The two digits of 0 to 99, the first in the lower byte. */
    private static final short[] PAIRS = new short[100];

    static {
        for (int i = 0; i < PAIRS.length; i++) {
            PAIRS[i] = (short) ('0' + i / 10 | '0' + i % 10 << 8);
        }
    }

    private Digits() {}

    /** Writes a number at a position that has {@link #ROOM}, and returns the position behind it. */
    static int write(byte[] target, int position, long value) {
        if (value == (int) value) {
            return write(target, position, (int) value);
        }
        int at = position;
        if (value < 0) {
            target[at++] = '-';
        }
        long high = Math.abs(value / EIGHT_DIGITS);
        at = write(target, at, high);
        padded(target, at, (int) Math.abs(value % EIGHT_DIGITS), 8);
        return at + 8;
    }

    /** Writes a number at a position that has {@link #ROOM}, and returns the position behind it. */
    static int write(byte[] target, int position, int value) {
        if (value >= 0) {
            return positive(target, position, value);
        }
        target[position] = '-';
        int last = value % 10; // the least number has no positive
        int at = value > -10 ? position + 1 : positive(target, position + 1, -(value / 10));
        target[at] = (byte) ('0' - last);
        return at + 1;
    }

    private static int positive(byte[] target, int position, int value) {
        if (value < 100) {
            return upToTwo(target, position, value);
        }
        int higher = value / 100;
        int at = higher < 100 ? upToTwo(target, position, higher) : positive(target, position, higher);
        pair(target, at, value - higher * 100);
        return at + 2;
    }

    private static int upToTwo(byte[] target, int position, int value) {
        if (value < 10) {
            target[position] = (byte) ('0' + value);
            return position + 1;
        }
        pair(target, position, value);
        return position + 2;
    }

    /** Writes as many of the last digits of a number of 0 or more as are asked for. */
    static void padded(byte[] target, int position, int value, int digits) {
        int rest = value;
        int at = position + digits;
        while (at - position >= 2) {
            int higher = rest / 100;
            at -= 2;
            pair(target, at, rest - higher * 100);
            rest = higher;
        }
        if (at > position) {
            target[position] = (byte) ('0' + rest % 10);
        }
    }

    /** Writes two digits of a number of 0 to 99. */
    static void pair(byte[] target, int position, int value) {
        SHORTS.set(target, position, PAIRS[value]);
    }
}
