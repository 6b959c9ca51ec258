package io.rpcidl.json;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The member names of one JSON object, encoded once. A writer copies them; a reader compares with the one that it
 * expects next before it looks for another.
 */
public final class FieldNames {

    private final String[] names;
    private final int[] indexes;
    private final FieldName[] encoded;
    private final int size;

    private FieldNames(String[] names, int[] indexes, int size) {
        this.names = names;
        this.indexes = indexes;
        this.size = size;
        this.encoded = Arrays.stream(names).map(FieldName::new).toArray(FieldName[]::new);
    }

    /** Makes a table; the index of a name is its place in the arguments. */
    public static FieldNames of(String... names) {
        return new FieldNames(names.clone(), IntStream.range(0, names.length).toArray(), names.length);
    }

    /** Returns a table in which further names, which are read but never written, stand for an index. */
    public FieldNames or(int index, String... aliases) {
        String[] more = Arrays.copyOf(names, names.length + aliases.length);
        int[] moreIndexes = Arrays.copyOf(indexes, more.length);
        System.arraycopy(aliases, 0, more, names.length, aliases.length);
        Arrays.fill(moreIndexes, names.length, more.length, index);
        return new FieldNames(more, moreIndexes, size);
    }

    /** Returns the name at an index. */
    public String name(int index) {
        return names[index];
    }

    /** Returns how many names there are; aliases do not count. */
    public int size() {
        return size;
    }

    /** Returns how many names there are with their aliases, which stand behind the others. */
    int all() {
        return encoded.length;
    }

    /** Returns the index that a name or an alias stands for. */
    int index(int name) {
        return indexes[name];
    }

    /** Returns a name, or an alias, as bytes. */
    FieldName encoded(int name) {
        return encoded[name];
    }

    /** Returns the index that a name or an alias stands for, or -1. */
    int find(String name) {
        int found = Arrays.asList(names).indexOf(name);
        return found < 0 ? found : indexes[found];
    }
}
