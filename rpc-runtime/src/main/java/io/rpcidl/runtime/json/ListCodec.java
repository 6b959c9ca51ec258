package io.rpcidl.runtime.json;

import java.util.ArrayList;
import java.util.List;

/** A list as an array. */
record ListCodec<T>(Codec<T> element) implements Codec<List<T>> {

    @Override
    public void write(JsonWriter out, List<T> value) {
        out.beginArray();
        for (T each : value) {
            element.write(out.element(), each);
        }
        out.endArray();
    }

    @Override
    public List<T> read(JsonReader in) {
        List<T> elements = new ArrayList<>();
        for (boolean more = in.firstElement(); more; more = in.nextElement()) {
            elements.add(element.read(in));
        }
        return Frozen.list(elements);
    }
}
