package io.rpcidl.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map as an array of entries, {@code [{"key":…,"value":…}]}, in the map's order. */
record EntriesCodec<K, V>(Codec<K> key, Codec<V> value) implements Codec<Map<K, V>> {

    private static final FieldNames NAMES = FieldNames.of("key", "value");

    @Override
    public void write(JsonWriter out, Map<K, V> map) {
        out.beginArray();
        map.forEach((k, v) -> {
            out.element().beginObject();
            key.write(out.name(NAMES, 0), k);
            value.write(out.name(NAMES, 1), v);
            out.endObject();
        });
        out.endArray();
    }

    @Override
    public Map<K, V> read(JsonReader in) {
        LinkedHashMap<K, V> entries = new LinkedHashMap<>();
        Collisions collisions = null;
        for (boolean more = in.firstElement(); more; more = in.nextElement()) {
            collisions = Collisions.count(collisions, in, entry(in, entries), entries.keySet());
        }
        return Frozen.own(entries);
    }

    /** Reads an entry and returns its key. */
    private K entry(JsonReader in, Map<K, V> entries) {
        K k = null;
        V v = null;
        long seen = 0;
        for (int field = in.firstField(NAMES); field >= 0; field = in.nextField(NAMES, field)) {
            seen = in.once(NAMES, seen, field);
            if (field == 0) {
                k = key.read(in);
            } else {
                v = value.read(in);
            }
        }
        boolean complete = seen == 3 || (seen == 1 && value instanceof NullableCodec);
        if (!complete) {
            throw in.missing(NAMES, Long.numberOfTrailingZeros(~seen));
        }
        if (entries.containsKey(k)) {
            throw in.shape("duplicate key");
        }
        entries.put(k, v);
        return k;
    }
}
