package benchmark.codec;

import java.io.OutputStream;
import java.util.Arrays;

/** A stream into an array that is kept from one page to the next: what a writer writes into costs no allocation. */
public final class KeptBytes extends OutputStream {

    private byte[] bytes = new byte[16 * 1024];
    private int length;

    KeptBytes rewind() {
        length = 0;
        return this;
    }

    byte[] copy() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int from, int count) {
        if (bytes.length - length < count) {
            bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
        }
        System.arraycopy(source, from, bytes, length, count);
        length += count;
    }
}
