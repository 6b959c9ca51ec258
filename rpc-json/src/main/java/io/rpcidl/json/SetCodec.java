package io.rpcidl.json;

import java.util.LinkedHashSet;
import java.util.Set;

/** A set as an array in the set's order. */
record SetCodec<T>(Codec<T> element) implements Codec<Set<T>> {

    @Override
    public void write(JsonWriter out, Set<T> value) {
        out.beginArray();
        for (T each : value) {
            element.write(out.element(), each);
        }
        out.endArray();
    }

    @Override
    public Set<T> read(JsonReader in) {
        LinkedHashSet<T> elements = new LinkedHashSet<>();
        Collisions collisions = null;
        for (boolean more = in.firstElement(); more; more = in.nextElement()) {
            T each = element.read(in);
            if (!elements.add(each)) {
                throw in.shape("duplicate element of a set");
            }
            collisions = Collisions.count(collisions, in, each, elements);
        }
        return Frozen.own(elements);
    }
}
