package io.rpcidl.json;

import java.util.Arrays;
import java.util.List;

/** A list as an array. Those at one place of a contract are often equally long; threads may overwrite each other's guess. */
record ListCodec<T>(Codec<T> element, Usual usual) implements Codec<List<T>> {

    private static final Object[] NONE = {};
    private static final int MOST_EXPECTED = 256;

    private static final class Usual {
        int length = 8;
    }

    ListCodec(Codec<T> element) {
        this(element, new Usual());
    }

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
                elements = Arrays.copyOf(elements, count == 0 ? usual.length : 2 * count);
            }
            elements[count++] = element.read(in);
        }
        if (count > usual.length || (count > 0 && count < usual.length / 2)) {
            usual.length = Math.min(count, MOST_EXPECTED); // a long list costs the next one, but not each behind it
        }
        return Frozen.own(count == elements.length ? elements : Arrays.copyOf(elements, count));
    }
}
