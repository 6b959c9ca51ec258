package io.rpcidl.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.KeyDeserializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.MapKey;
import java.io.IOException;

/** Enums and newtypes as the keys of maps that Jackson reads and writes. */
final class KeyText {

    private KeyText() {}

    /** Writes a member's name. */
    static final class Writer<T> extends JsonSerializer<T> {

        private final MapKey<T> key;

        Writer(MapKey<T> key) {
            this.key = key;
        }

        @Override
        public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
            try {
                out.writeFieldName(key.print().apply(value));
            } catch (JsonException e) {
                throw JsonMappingException.from(out, e.getMessage(), e);
            }
        }
    }

    /** Reads a member's name; the message of a refusal does not repeat it. */
    static final class Reader<T> extends KeyDeserializer {

        private final Class<?> type;
        private final MapKey<T> key;

        Reader(Class<?> type, MapKey<T> key) {
            this.type = type;
            this.key = key;
        }

        @Override
        public Object deserializeKey(String text, DeserializationContext context) throws IOException {
            T value = key.parse().apply(text);
            if (value == null) {
                throw MismatchedInputException.from(context.getParser(), type, "expected a key of type " + key.type());
            }
            return value;
        }
    }
}
