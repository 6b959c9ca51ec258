package io.rpcidl.transport;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is written into a log. */
class OneLineTest {

    @Test
    void leavesPlainTextAlone() {
        String text = "C:\\new \"h\u00e9\" \ud83d\ude00 ${jndi:ldap://x} {}";
        assertSame(text, OneLine.of(text));
    }

    @Test
    void escapesWhatBreaksALineOrTurnsIt() {
        assertEquals("a\\r\\nb", OneLine.of("a\r\nb"));
        assertEquals(
                "\\u0000\\u0009\\u001b\\u007f\\u0085\\u2028\\u2029\\u202e\\u2066\\u200f",
                OneLine.of("\0\t\u001b\u007f\u0085\u2028\u2029\u202e\u2066\u200f"));
    }

    @Test
    void leavesAThrowableAloneThatSaysNothingUnfit() {
        Throwable plain = new IllegalStateException("outer", new IllegalArgumentException("inner"));
        plain.addSuppressed(new RuntimeException());
        assertSame(plain, OneLine.of(plain));
    }

    @Test
    void showsAThrowableWithAllItsPartsButInLinesOfItsOwn() {
        Throwable inner = new IllegalArgumentException("inner\r\n2026-01-01 INFO forged");
        Throwable outer = new IllegalStateException("outer", inner);
        outer.addSuppressed(new NullPointerException("also\nforged"));
        Throwable shown = OneLine.of(outer);
        assertEquals("java.lang.IllegalStateException: outer", shown.toString());
        assertArrayEquals(outer.getStackTrace(), shown.getStackTrace());
        List<String> words = print(shown)
                .lines()
                .filter(line -> !line.matches("\\s+(at |\\.\\.\\. ).*"))
                .toList();
        assertEquals("java.lang.IllegalStateException: outer", words.get(0));
        assertEquals("\tSuppressed: java.lang.NullPointerException: also\\nforged", words.get(1));
        assertEquals("Caused by: java.lang.IllegalArgumentException: inner\\r\\n2026-01-01 INFO forged", words.get(2));
    }

    @Test
    void followsNoCircle() {
        Throwable first = new IllegalStateException("first\n");
        first.addSuppressed(new IllegalStateException("second", first));
        String shown = print(OneLine.of(first));
        assertEquals(
                "java.lang.IllegalStateException: first\\n",
                shown.lines().findFirst().orElseThrow());
    }

    private static String print(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
