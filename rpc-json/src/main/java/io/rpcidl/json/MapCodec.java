package io.rpcidl.json;

import java.util.LinkedHashMap;
import java.util.Map;

/** A map as an object whose names are the texts of its keys. */
record MapCodec<K, V>(MapKey<K> key, Codec<V> value) implements Codec<Map<K, V>> {

    @Override
    public void write(JsonWriter out, Map<K, V> map) {
        out.beginObject();
        map.forEach((k, v) -> value.write(out.name(key.toText(k)), v));
        out.endObject();
    }

    @Override
    public Map<K, V> read(JsonReader in) {
        LinkedHashMap<K, V> entries = new LinkedHashMap<>();
        Collisions collisions = null;
        for (String name = in.firstKey(); name != null; name = in.nextKey()) {
            K decoded = key.fromText(name);
            if (decoded == null) {
                throw in.shape("expected a key of type " + key.type());
            }
            if (entries.containsKey(decoded)) {
                throw in.shape("duplicate key");
            }
            entries.put(decoded, value.read(in));
            collisions = Collisions.count(collisions, in, decoded, entries.keySet());
        }
        return Frozen.own(entries);
    }
}
