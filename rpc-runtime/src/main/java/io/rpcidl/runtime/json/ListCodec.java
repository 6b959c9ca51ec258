package io.rpcidl.runtime.json;

import java.util.Arrays;
import java.util.List;

/** A list as an array. */
record ListCodec<T>(Codec<T> element) implements Codec<List<T>> {

    private static final Object[] NONE = {};

    @Override
    @SuppressWarnings("unchecked") // the elements are the list's
    public void write(JsonWriter out, List<T> value) {
        out.beginArray();
        Object[] elements = Frozen.elements(value);
        if (element == Codecs.INT32) {
            out.int32s(elements);
        } else {
            for (int i = 0; i < elements.length; i++) {
                if (i > 0) {
                    out.put(',');
                }
                element.write(out, (T) elements[i]);
            }
        }
        out.endArray();
    }

    @Override
    public List<T> read(JsonReader in) {
        Object[] elements = NONE;
        int count = 0;
        for (boolean more = in.firstElement(); more; more = in.nextElement()) {
            if (count == elements.length) {
                elements = Arrays.copyOf(elements, count == 0 ? in.expectedElements() : 2 * count);
            }
            elements[count++] = element.read(in);
        }
        in.expectElements(count);
        return Frozen.own(count == elements.length ? elements : Arrays.copyOf(elements, count));
    }
}
