package io.rpcidl.runtime.json;

import java.util.Arrays;

/**
 * The member names of one JSON object, encoded once. A writer copies them; a reader compares with the one that it
 * expects next before it looks for another.
 */
public final class FieldNames {

    private final String[] names;
    private final byte[][] encoded;

    private FieldNames(String[] names) {
        this.names = names;
        this.encoded = new byte[names.length][];
        for (int i = 0; i < names.length; i++) {
            JsonWriter out = new JsonWriter(names[i].length() + 8, JsonLimits.DEFAULT);
            out.string(names[i]);
            byte[] quoted = Arrays.copyOf(out.array(), out.length() + 1);
            quoted[quoted.length - 1] = ':';
            encoded[i] = quoted;
        }
    }

    /** Makes a table; the index of a name is its place in the arguments. */
    public static FieldNames of(String... names) {
        return new FieldNames(names.clone());
    }

    /** Returns the name at an index. */
    public String name(int index) {
        return names[index];
    }

    /** Returns how many names there are. */
    public int size() {
        return names.length;
    }

    /** Returns {@code "name":} as bytes; not to be changed. */
    byte[] encoded(int index) {
        return encoded[index];
    }

    /** Returns whether the quoted name of that index stands at an offset. */
    boolean standsAt(byte[] text, int offset, int end, int index) {
        byte[] name = encoded[index];
        int quoted = name.length - 1;
        return end - offset > quoted && Arrays.equals(text, offset, offset + quoted, name, 0, quoted);
    }

    /** Returns the index of a name, or -1. */
    int find(String name) {
        return Arrays.asList(names).indexOf(name);
    }
}
