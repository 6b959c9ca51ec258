package io.rpcidl.json;

import io.rpcidl.json.JsonException.Kind;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The codec of {@link JsonValue}. */
final class JsonValues implements Codec<JsonValue> {

    static final JsonValues INSTANCE = new JsonValues();

    private JsonValues() {}

    @Override
    public void write(JsonWriter out, JsonValue value) {
        if (value instanceof JsonValue.Text text) {
            out.string(text.value());
        } else if (value instanceof JsonValue.Number number) {
            byte[] digits = number.text().getBytes(StandardCharsets.US_ASCII);
            out.raw(digits, 0, digits.length);
        } else if (value instanceof JsonValue.Bool bool) {
            out.bool(bool.value());
        } else if (value instanceof JsonValue.Null) {
            out.nullValue();
        } else if (value instanceof JsonValue.Array array) {
            out.beginArray();
            array.elements().forEach(element -> write(out.element(), element));
            out.endArray();
        } else if (value instanceof JsonValue.Object object) {
            out.beginObject();
            object.members().forEach((name, member) -> write(out.name(name), member));
            out.endObject();
        }
    }

    @Override
    public JsonValue read(JsonReader in) {
        if (in.nextIsString()) {
            return new JsonValue.Text(in.string());
        }
        if (in.nextIsObject()) {
            return object(in);
        }
        if (in.nextIsArray()) {
            return array(in);
        }
        if (in.nextIsBool()) {
            return new JsonValue.Bool(in.bool());
        }
        return in.tryNull() ? JsonValue.NULL : new JsonValue.Number(in.number());
    }

    private JsonValue array(JsonReader in) {
        List<JsonValue> elements = new ArrayList<>();
        for (boolean more = in.firstElement(); more; more = in.nextElement()) {
            elements.add(read(in));
        }
        return new JsonValue.Array(elements);
    }

    private JsonValue object(JsonReader in) {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        for (String key = in.firstKey(); key != null; key = in.nextKey()) {
            if (members.containsKey(key)) {
                throw in.shape("duplicate member");
            }
            members.put(key, read(in));
        }
        return new JsonValue.Object(members);
    }

    static JsonValue parse(String json) {
        if (json.length() > JsonLimits.DEFAULT.maxBytes()) {
            throw new JsonException(Kind.LIMIT, "document longer than " + JsonLimits.DEFAULT.maxBytes() + " bytes");
        }
        ByteBuffer utf8;
        try {
            utf8 = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(json));
        } catch (CharacterCodingException e) {
            throw new JsonException(Kind.SYNTAX, "broken JSON: a lone surrogate");
        }
        JsonReader in = new JsonReader(utf8.array(), 0, utf8.limit(), JsonLimits.DEFAULT);
        JsonValue value = INSTANCE.read(in);
        in.end();
        return value;
    }

    static String text(JsonValue value) {
        JsonWriter out = new JsonWriter(64, new JsonLimits(Integer.MAX_VALUE - 8, 1_000));
        INSTANCE.write(out, value);
        return new String(out.array(), 0, out.length(), StandardCharsets.UTF_8);
    }
}
