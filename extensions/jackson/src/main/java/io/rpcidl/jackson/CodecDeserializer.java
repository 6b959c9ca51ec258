package io.rpcidl.jackson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonValue;
import io.rpcidl.json.JsonWriter;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads with a codec what stands for the tokens of one value: Jackson has no access to the text itself. */
final class CodecDeserializer<T> extends JsonDeserializer<T> {

    private final BoundCodec<T> bound;

    CodecDeserializer(BoundCodec<T> bound) {
        this.bound = bound;
    }

    @Override
    public Class<T> handledType() {
        return bound.type();
    }

    @Override
    public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
        Object value;
        try {
            JsonWriter json = new JsonWriter(512, BoundCodec.LIMITS);
            new TokenCopy(in, json).value();
            value = bound.codec().read(new JsonReader(json.array(), 0, json.length(), BoundCodec.LIMITS));
        } catch (JsonException e) {
            throw refusal(in, e.getMessage(), e);
        }
        if (!bound.type().isInstance(value)) {
            throw refusal(in, "expected " + bound.type().getSimpleName() + ", got another member of its type", null);
        }
        return bound.type().cast(value);
    }

    /** In {@code any}, {@code null} is a value like others. */
    @Override
    public @Nullable T getNullValue(DeserializationContext context) {
        return bound.type().isInstance(JsonValue.NULL) ? bound.type().cast(JsonValue.NULL) : null;
    }

    @Override
    public @Nullable Object getAbsentValue(DeserializationContext context) {
        return null;
    }

    private JsonMappingException refusal(JsonParser in, String message, @Nullable Throwable cause) {
        JsonMappingException refusal = MismatchedInputException.from(in, bound.type(), message);
        refusal.initCause(cause);
        return refusal;
    }
}
