package io.rpcidl.runtime.json;

/** Decimal digits of integers, straight into bytes. */
final class Digits {

    private static final byte[] MIN = "-9223372036854775808".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private Digits() {}

    /** Writes a number at a position that has 20 bytes of room, and returns the position behind it. */
    static int write(byte[] target, int position, long value) {
        if (value == Long.MIN_VALUE) {
            System.arraycopy(MIN, 0, target, position, MIN.length);
            return position + MIN.length;
        }
        int start = position;
        long rest = value;
        if (rest < 0) {
            target[start++] = '-';
            rest = -rest;
        }
        int end = start + count(rest);
        int at = end;
        while (rest > Integer.MAX_VALUE) {
            target[--at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        int small = (int) rest;
        do {
            target[--at] = (byte) ('0' + small % 10);
            small /= 10;
        } while (small > 0);
        return end;
    }

    private static int count(long value) {
        int count = 1;
        for (long bound = 10; value >= bound; bound *= 10) {
            if (++count == 19) {
                break;
            }
        }
        return count;
    }
}
