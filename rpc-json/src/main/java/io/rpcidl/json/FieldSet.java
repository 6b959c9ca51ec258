package io.rpcidl.json;

/** Which members of a large object were read: for generated codecs of more than 64 fields. Not for several threads. */
public final class FieldSet {

    private final FieldNames names;
    private final long[] seen;

    /** Makes an empty set. */
    public FieldSet(FieldNames names) {
        this.names = names;
        this.seen = new long[(names.size() + 63) / 64];
    }

    /** Adds a member, and refuses it if it is there already. */
    public void add(JsonReader in, int field) {
        seen[field >> 6] = in.once(names, seen[field >> 6], field);
    }

    /** Refuses an object, just read, that lacks one of these members. */
    public void require(JsonReader in, int... fields) {
        for (int field : fields) {
            if ((seen[field >> 6] & 1L << field) == 0) {
                throw in.missing(names, field);
            }
        }
    }
}
