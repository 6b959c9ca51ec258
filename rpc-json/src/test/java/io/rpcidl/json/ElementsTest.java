package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ElementsTest {

    private static final String[] PIECES = {"[", "]", "{", "}", "\"", "\\", ",", ":", "1", " ", "é", "\\\"", "a"};

    @Test
    void endAtACommaOrAClosingBracketOfTheArrayItself() {
        assertEquals(
                List.of("1", " {\"a\":[1,2]}", "[[],{}]", "\"],[\"", "\"\\\"],\"", "\"\\\\\"", " null "),
                elements("1, {\"a\":[1,2]},[[],{}],\"],[\",\"\\\"],\",\"\\\\\", null ]}}\n"));
    }

    @Test
    void mayBeEmpty() {
        assertEquals(List.of("", "", ""), elements(",,]"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "\"", "\"]", "\"\\", "\"\\\"", "[1]", "{\"a\":1}", "[,"})
    void doNotEndWhereTheTextDoes(String text) {
        assertEquals(-1, Elements.end(bytes(text), 0, bytes(text).length));
    }

    @Test
    void doNotEndBehindTheEndThatIsGiven() {
        assertEquals(-1, Elements.end(bytes("12,3"), 0, 2));
        assertEquals(3, Elements.end(bytes("1,2,3"), 2, 5));
    }

    /** What is an array ends where a reader says that it does; what is none does no harm. */
    @Test
    void endWhereAReaderSaysThatTheyDo() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int arrays = 0;
        for (int i = 0; i < 200_000; i++) {
            StringBuilder text = new StringBuilder("[");
            for (int length = random.nextInt(8); length > 0; length--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String json = text.append(']').toString();
            List<String> found = elements(json.substring(1));
            List<String> read = read(json);
            if (read != null) {
                arrays++;
                assertEquals(read, found.stream().map(String::strip).toList(), "seed " + seed + ": " + json);
            }
        }
        assertEquals(true, arrays > 1_000, "seed " + seed);
    }

    private static List<String> elements(String text) {
        byte[] bytes = bytes(text);
        List<String> elements = new ArrayList<>();
        int start = 0;
        int end = 0;
        while (end >= 0 && (end == 0 || bytes[end] == ',')) {
            end = Elements.end(bytes, start, bytes.length);
            if (end >= 0) {
                elements.add(new String(bytes, start, end - start, StandardCharsets.UTF_8));
                start = end + 1;
            }
        }
        return elements;
    }

    /** Returns the elements of an array that is one and has any; else null. */
    private static List<String> read(String json) {
        JsonReader in = new JsonReader(bytes(json));
        List<String> elements = new ArrayList<>();
        try {
            for (boolean more = in.firstElement(); more; more = in.nextElement()) {
                int start = in.position();
                in.skipValue();
                elements.add(new String(bytes(json), start, in.position() - start, StandardCharsets.UTF_8).strip());
            }
            in.end();
        } catch (JsonException e) {
            return null;
        }
        return elements.isEmpty() ? null : elements;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
