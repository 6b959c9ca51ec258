package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FramerTest {

    private static final String THREE = "{\"a\":\"}{\\\"\\\\\"} \r\n\t{\"b\":[{}]}{\n}";
    private static final List<String> EXPECTED = List.of("{\"a\":\"}{\\\"\\\\\"}", "{\"b\":[{}]}", "{\n}");

    @Test
    void findsTheSameMessagesHoweverTheyAreCut() {
        byte[] bytes = bytes("\uFEFF " + THREE);
        for (int cut = 0; cut <= bytes.length; cut++) {
            Found found = new Found(1_000);
            found.feed(bytes, 0, cut);
            found.feed(bytes, cut, bytes.length);
            assertEquals(EXPECTED, found.events, "cut at " + cut);
            assertFalse(found.framer.isWithinMessage());
        }
    }

    @Test
    void findsMessagesByteByByte() {
        byte[] bytes = bytes(THREE);
        Found found = new Found(1_000);
        for (int i = 0; i < bytes.length; i++) {
            found.feed(bytes, i, i + 1);
        }
        assertEquals(EXPECTED, found.events);
    }

    @Test
    void takesLinesOnceTheyAreExpected() {
        Found found = new Found(1_000);
        found.feed("{\"a\":1}");
        found.framer.expectLines();
        byte[] lines = bytes("\n{\"b\":2}\n\n{\"c\":[\n");
        for (int i = 0; i < lines.length; i++) {
            found.feed(lines, i, i + 1);
        }
        assertEquals(List.of("{\"a\":1}", "{\"b\":2}\n", "{\"c\":[\n"), found.events);
    }

    @Test
    void passesOverWhatIsTooLongAndGoesOn() {
        for (int chunk = 1; chunk < 70; chunk++) {
            Found found = new Found(20);
            byte[] bytes = bytes("{\"a\":1}{\"long\":\"" + "x}".repeat(30) + "\"}{\"b\":2}");
            for (int at = 0; at < bytes.length; at += chunk) {
                found.feed(bytes, at, Math.min(bytes.length, at + chunk));
            }
            assertEquals(
                    List.of("{\"a\":1}", "too long {\"long\":\"x}x}x}x}x}x", "{\"b\":2}"), found.events, "by " + chunk);
        }
    }

    @Test
    void hasRoomForALongMessageAtOnceIfAnotherWasAsLong() {
        Found found = new Found(10_000);
        String message = "{\"a\":\"" + "x".repeat(1_600 - 8) + "\"}";
        found.feed(message.substring(0, 400));
        assertEquals(400, found.framer.kept());
        found.feed(message.substring(400, 500));
        assertEquals(800, found.framer.kept());
        found.feed(message.substring(500));
        found.feed(message.substring(0, 10));
        assertEquals(640, found.framer.kept()); // it may be short
        found.feed(message.substring(10, 700));
        assertEquals(1_600, found.framer.kept());
        found.feed(message.substring(700));
        assertEquals(List.of(message, message), found.events);
        assertEquals(0, found.framer.kept());
    }

    @Test
    void doublesWhereThereIsNoMemoryToSpare() {
        Found found = new Found(10_000);
        found.toSpare = 0;
        String message = "{\"a\":\"" + "x".repeat(1_000 - 8) + "\"}";
        for (int i = 0; i < 2; i++) {
            found.feed(message.substring(0, 100));
            assertEquals(100, found.framer.kept());
            found.feed(message.substring(100, 150));
            assertEquals(200, found.framer.kept());
            found.feed(message.substring(150));
        }
        assertEquals(List.of(message, message), found.events);
        assertEquals(1_000, found.longestArray);
    }

    @Test
    void handsOutNoRoomThatWasMadeForMore() {
        Found found = new Found(10_000);
        String longer = "{\"a\":\"" + "x".repeat(1_000 - 8) + "\"}";
        found.feed(longer.substring(0, 100));
        found.feed(longer.substring(100));
        String shorter = longer.substring(0, 200) + "\"}";
        found.longestArray = 0;
        found.feed(shorter.substring(0, 100));
        assertEquals(1_000, found.framer.kept());
        found.feed(shorter.substring(100));
        assertEquals(List.of(longer, shorter), found.events);
        assertEquals(shorter.length(), found.longestArray);
    }

    @Test
    void reportsWhatMayNotBeKept() {
        Found found = new Found(10_000);
        found.most = 500;
        String message = "{\"a\":\"" + "x".repeat(600) + "\"}";
        found.feed(message.substring(0, 300));
        found.feed(message.substring(300, 400));
        assertEquals(List.of("too long " + message.substring(0, 300)), found.events);
        found.feed(message.substring(400) + "{}");
        assertEquals("{}", found.events.get(1));
    }

    @Test
    void passesOverALineThatIsTooLong() {
        Found found = new Found(10);
        found.framer.expectLines();
        found.feed("{\"a\":\"" + "x".repeat(20));
        found.feed("x".repeat(20) + "\"}\n{}\n");
        assertEquals(List.of("too long {\"a\":\"xxxx", "{}\n"), found.events);
    }

    @Test
    void saysWhereNoMessageStarts() {
        Found found = new Found(100);
        found.feed("{} GET / HTTP/1.1 {}");
        assertEquals(List.of("{}", "garbage G"), found.events);
    }

    @Test
    void takesHalfAByteOrderMarkForGarbage() {
        Found found = new Found(100);
        found.feed(new byte[] {(byte) 0xef, (byte) 0xbb, '{', '}'}, 0, 4);
        assertEquals(1, found.events.size());
        assertTrue(found.events.get(0).startsWith("garbage"));
    }

    @Test
    void knowsWhetherAMessageHasNotEnded() {
        Found found = new Found(100);
        found.feed("{} \n");
        assertFalse(found.framer.isWithinMessage());
        found.feed("{");
        assertTrue(found.framer.isWithinMessage());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static final class Found implements Framer.Sink {

        final List<String> events = new ArrayList<>();
        final Framer framer;
        int most = Integer.MAX_VALUE; // that may be kept
        int toSpare = Integer.MAX_VALUE;
        int longestArray;

        Found(int limit) {
            framer = new Framer(limit);
        }

        void feed(String text) {
            feed(bytes(text), 0, bytes(text).length);
        }

        void feed(byte[] bytes, int from, int to) {
            framer.feed(bytes, from, to, this);
        }

        @Override
        public boolean mayKeep(int bytes) {
            return bytes <= most;
        }

        @Override
        public boolean maySpare(int bytes) {
            return bytes <= toSpare;
        }

        @Override
        public void message(byte[] bytes, int from, int to) {
            events.add(new String(bytes, from, to - from, StandardCharsets.UTF_8));
            longestArray = Math.max(longestArray, bytes.length);
        }

        @Override
        public void tooLong(byte[] start, int length) {
            events.add("too long " + new String(start, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public void garbage(int firstByte) {
            events.add("garbage " + (char) firstByte);
        }
    }
}
