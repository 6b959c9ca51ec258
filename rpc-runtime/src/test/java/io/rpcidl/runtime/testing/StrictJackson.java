package io.rpcidl.runtime.testing;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.rpcidl.json.JsonValue;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Jackson as the judge of what is JSON: its streaming parser with its own defaults, which take nothing that the grammar does
 * not, refusing duplicate members and whatever stands behind the document. It shares no code with our reader.
 */
public final class StrictJackson {

    private static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_LENGTH = 1_000;

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
    public static boolean takes(byte[] document) {
        try (JsonParser parser = FACTORY.createParser(document)) {
            int depth = 0;
            do {
                JsonToken token = parser.nextToken();
                if (token == null || parser.getText() == null) {
                    return false;
                }
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            } while (depth > 0);
            return parser.nextToken() == null;
        } catch (JsonProcessingException | CharConversionException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the value that our reader must find: what Jackson takes, but for the rows of the first table of
     * {@code docs/json.md}, each of which is decided here without our reader. Nothing stands for a refusal.
     */
    public static Optional<JsonValue> read(byte[] document) {
        if (!isUtf8(document)) {
            return Optional.empty();
        }
        // of characters instead of bytes Jackson takes the low byte for a hexadecimal digit: any other one will do
        try (JsonParser parser = FACTORY.createParser(document)) {
            if (parser.nextToken() == null) {
                return Optional.empty();
            }
            JsonValue value = value(parser, 0);
            return parser.nextToken() == null ? Optional.of(value) : Optional.empty();
        } catch (JsonProcessingException | Refusal e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Jackson takes zeros for UTF-16, guesses what bytes before the document mean, and decodes wrong UTF-8 somehow. */
    private static boolean isUtf8(byte[] document) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
            return text.indexOf('\0') < 0 && !text.startsWith("\ufeff");
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private static JsonValue value(JsonParser parser, int depth) throws IOException, Refusal {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser, depth + 1);
            case START_ARRAY -> array(parser, depth + 1);
            case VALUE_STRING -> new JsonValue.Text(unicode(parser.getText()));
            case VALUE_TRUE, VALUE_FALSE -> new JsonValue.Bool(parser.getBooleanValue());
            case VALUE_NULL -> JsonValue.NULL;
            default -> new JsonValue.Number(atMost(MAX_NUMBER_LENGTH, parser.getText()));
        };
    }

    private static JsonValue array(JsonParser parser, int depth) throws IOException, Refusal {
        refuseIf(depth > MAX_DEPTH);
        List<JsonValue> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(value(parser, depth));
        }
        return new JsonValue.Array(elements);
    }

    private static JsonValue object(JsonParser parser, int depth) throws IOException, Refusal {
        refuseIf(depth > MAX_DEPTH);
        Map<String, JsonValue> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = unicode(parser.currentName());
            parser.nextToken();
            members.put(name, value(parser, depth));
        }
        return new JsonValue.Object(members);
    }

    private static String unicode(String text) throws Refusal {
        refuseIf(!StandardCharsets.UTF_8.newEncoder().canEncode(text));
        return text;
    }

    private static String atMost(int length, String text) throws Refusal {
        refuseIf(text.length() > length);
        return text;
    }

    private static void refuseIf(boolean condition) throws Refusal {
        if (condition) {
            throw new Refusal();
        }
    }

    /** Jackson takes it, we do not. */
    private static final class Refusal extends Exception {

        private static final long serialVersionUID = 1;

        Refusal() {
            super(null, null, false, false);
        }
    }
}
