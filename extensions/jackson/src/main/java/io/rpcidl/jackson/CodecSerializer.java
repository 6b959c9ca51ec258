package io.rpcidl.jackson;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonGeneratorImpl;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.type.WritableTypeId;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonReader;
import io.rpcidl.json.JsonWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes with a codec: its text as it is where that is what the generator would write, else token by token. */
final class CodecSerializer<T> extends JsonSerializer<T> {

    private final BoundCodec<T> bound;

    CodecSerializer(BoundCodec<T> bound) {
        this.bound = bound;
    }

    @Override
    public Class<T> handledType() {
        return bound.type();
    }

    @Override
    public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
        JsonWriter json = encode(value, out);
        if (takesText(out)) {
            out.writeRawValue(new String(json.array(), 0, json.length(), StandardCharsets.UTF_8));
        } else {
            new TokenReplay(reader(json), out).value();
        }
    }

    /** Where a mapper adds the names of classes, that of an object becomes a member of it, if the mapper wants it there. */
    @Override
    public void serializeWithType(T value, JsonGenerator out, SerializerProvider provider, TypeSerializer types)
            throws IOException {
        JsonReader json = reader(encode(value, out));
        TokenReplay replay = new TokenReplay(json, out);
        boolean object = json.nextIsObject();
        WritableTypeId id = types.typeId(value, object ? JsonToken.START_OBJECT : JsonToken.VALUE_STRING);
        types.writeTypePrefix(out, id);
        if (object) {
            replay.members();
        } else {
            replay.value();
        }
        types.writeTypeSuffix(out, id);
    }

    private JsonWriter encode(T value, JsonGenerator out) throws JsonMappingException {
        JsonWriter json = new JsonWriter(512, BoundCodec.LIMITS);
        try {
            bound.codec().write(json, value);
            return json;
        } catch (JsonException e) {
            throw JsonMappingException.from(out, e.getMessage(), e);
        }
    }

    private static JsonReader reader(JsonWriter json) {
        return new JsonReader(json.array(), 0, json.length(), BoundCodec.LIMITS);
    }

    /** Trees, other formats, an indented layout and other escapes, which may keep HTML safe, need the single tokens. */
    private static boolean takesText(JsonGenerator out) {
        return out instanceof JsonGeneratorImpl
                && out.getPrettyPrinter() == null
                && out.getCharacterEscapes() == null
                && out.getHighestEscapedChar() == 0
                && has(out, JsonWriteFeature.QUOTE_FIELD_NAMES)
                && !has(out, JsonWriteFeature.WRITE_NUMBERS_AS_STRINGS)
                && !has(out, JsonWriteFeature.ESCAPE_FORWARD_SLASHES);
    }

    private static boolean has(JsonGenerator out, JsonWriteFeature feature) {
        return out.isEnabled(feature.mappedFeature());
    }
}
