package io.rpcidl.json;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A sequence of bytes, immutable and equal by content: the Java type of {@code bytes}. Ordered like unsigned numbers from
 * the first byte on; it also keeps hash tables fast whose keys somebody chose to collide.
 */
public final class Bytes implements Comparable<Bytes> {

    /** No bytes. */
    public static final Bytes EMPTY = new Bytes(new byte[0]);

    private final byte[] content;

    private Bytes(byte[] content) {
        this.content = content;
    }

    /** Copies an array. */
    public static Bytes of(byte... content) {
        return content.length == 0 ? EMPTY : new Bytes(content.clone());
    }

    /** Encodes a text as UTF-8. */
    public static Bytes utf8(String text) {
        return wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Takes an array that nobody else holds. */
    static Bytes wrap(byte[] content) {
        return content.length == 0 ? EMPTY : new Bytes(content);
    }

    /** Returns the number of bytes. */
    public int size() {
        return content.length;
    }

    /** Returns the byte at an index between 0 and {@link #size()} - 1. */
    public byte at(int index) {
        return content[index];
    }

    /** Returns a copy. */
    public byte[] toByteArray() {
        return content.clone();
    }

    /** Returns a read-only view. */
    public ByteBuffer toByteBuffer() {
        return ByteBuffer.wrap(content).asReadOnlyBuffer();
    }

    /** Decodes the bytes as UTF-8; what is not UTF-8 becomes U+FFFD. */
    public String toUtf8() {
        return new String(content, StandardCharsets.UTF_8);
    }

    byte[] content() {
        return content;
    }

    @Override
    public int compareTo(Bytes other) {
        return Arrays.compareUnsigned(content, other.content);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bytes bytes && Arrays.equals(content, bytes.content);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(content);
    }

    /** Returns the number of bytes, never the bytes themselves. */
    @Override
    public String toString() {
        return "Bytes[" + content.length + "]";
    }
}
