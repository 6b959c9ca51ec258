package io.rpcidl.runtime.stub;

import io.rpcidl.json.Codec;
import io.rpcidl.json.ConstraintException;
import io.rpcidl.json.FieldNames;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Codecs of the requests that most methods have, so that no class is generated for each: those without a parameter and
 * those with one that is required. They are read by name or by position, and written by name.
 */
public final class RequestCodecs {

    private RequestCodecs() {}

    /** Returns the codec of a request without a parameter; what else is sent is ignored. */
    public static <P> Codec<P> none(Supplier<P> request) {
        return new None<>(request);
    }

    /**
     * Returns the codec of a request with one parameter.
     *
     * @param names the parameter's name, with those that are also read
     * @param codec the codec of its value
     * @param request makes the request; may refuse a value with a {@link ConstraintException}
     * @param value returns the request's value
     */
    public static <P, V> Codec<P> one(FieldNames names, Codec<V> codec, Function<V, P> request, Function<P, V> value) {
        return new One<>(names, codec, request, value);
    }

    private record None<P>(Supplier<P> request) implements Codec<P> {

        private static final FieldNames NAMES = FieldNames.of();

        @Override
        public void write(JsonWriter out, P value) {
            out.emptyObject();
        }

        @Override
        public P read(JsonReader in) {
            if (in.firstParameter(NAMES) >= 0) {
                throw new IllegalStateException("a parameter of none");
            }
            return request.get();
        }
    }

    private record One<P, V>(FieldNames names, Codec<V> codec, Function<V, P> request, Function<P, V> value)
            implements Codec<P> {

        @Override
        public void write(JsonWriter out, P params) {
            out.beginObject();
            codec.write(out.name(names, 0), value.apply(params));
            out.endObject();
        }

        @Override
        public P read(JsonReader in) {
            @Nullable V read = null;
            long seen = 0;
            for (int field = in.firstParameter(names); field >= 0; field = in.nextParameter(names, field)) {
                seen = in.once(names, seen, field);
                read = codec.read(in);
            }
            in.require(names, seen, 1);
            try {
                return request.apply(read);
            } catch (ConstraintException e) {
                throw in.violated(e);
            }
        }
    }
}
