package io.rpcidl.jackson.differential;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.rpcidl.json.JsonValue;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Jackson as the judge: with every strict setting that it has. Two things it does not look at, whether bytes are UTF-8
 * and whether surrogates come in pairs, and there the JDK judges.
 */
final class StrictJackson {

    private StrictJackson() {}

    /** Returns a builder of mappers that are strict and exact. */
    static JsonMapper.Builder builder() {
        return JsonMapper.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES);
    }

    /** Decodes UTF-8, and fails where it is not. */
    static String decode(byte[] text) throws CharacterCodingException {
        return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    }

    /** Returns what Jackson's parser sees in a document; a number is its text. */
    static JsonValue parse(JsonMapper mapper, byte[] text) throws IOException {
        try (JsonParser in = mapper.createParser(decode(text))) {
            in.nextToken();
            JsonValue value = value(in);
            if (in.nextToken() != null) {
                throw new IOException("more than one value");
            }
            return value;
        }
    }

    private static JsonValue value(JsonParser in) throws IOException {
        JsonToken token = in.currentToken();
        if (token == null) {
            throw new IOException("no value");
        }
        return switch (token) {
            case START_OBJECT -> {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    String name = wellFormed(in.currentName());
                    in.nextToken();
                    members.put(name, value(in));
                }
                yield JsonValue.object(members);
            }
            case START_ARRAY -> {
                List<JsonValue> elements = new ArrayList<>();
                while (in.nextToken() != JsonToken.END_ARRAY) {
                    elements.add(value(in));
                }
                yield new JsonValue.Array(elements);
            }
            case VALUE_STRING -> JsonValue.of(wellFormed(in.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonValue.Number(in.getText());
            case VALUE_TRUE, VALUE_FALSE -> JsonValue.of(in.getBooleanValue());
            case VALUE_NULL -> JsonValue.NULL;
            default -> throw new IOException("unexpected " + token);
        };
    }

    private static String wellFormed(String text) throws IOException {
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IOException("lone surrogate");
        }
        return text;
    }
}
