package io.rpcidl.runtime.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jackson as the judge of what is JSON: its streaming parser with its own defaults, which take nothing that the grammar does
 * not, refusing duplicate members and whatever stands behind the document. It shares no code with our reader.
 */
final class StrictJackson {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000)
                    .maxNumberLength(Integer.MAX_VALUE)
                    .maxStringLength(Integer.MAX_VALUE)
                    .maxNameLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private StrictJackson() {}

    /** Returns whether Jackson takes bytes, whose encoding it finds out itself. */
    static boolean takes(byte[] text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return document(parser).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the value that a text holds, or nothing if it is not JSON. */
    static Optional<JsonValue> read(String text) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            return document(parser);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<JsonValue> document(JsonParser parser) throws IOException {
        try {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonValue value = value(parser);
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JsonProcessingException | java.io.CharConversionException e) {
            return Optional.empty();
        }
    }

    private static JsonValue value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> new JsonValue.Text(parser.getText());
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Bool(parser.getBooleanValue());
            case VALUE_NULL -> JsonValue.NULL;
            default -> number(parser.getText());
        };
    }

    /** Keeps a number that is too long for {@link JsonValue.Number} as a text, which no reader of ours makes of it. */
    private static JsonValue number(String digits) {
        boolean fits = digits.length() <= JsonLimits.MAX_NUMBER_LENGTH;
        return fits ? new JsonValue.Number(digits) : new JsonValue.Text(digits);
    }

    private static JsonValue array(JsonParser parser) throws IOException {
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser));
        }
        return new JsonValue.Array(elements);
    }

    private static JsonValue object(JsonParser parser) throws IOException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return new JsonValue.Object(members);
    }
}
