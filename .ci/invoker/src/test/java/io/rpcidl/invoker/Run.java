package io.rpcidl.invoker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;

/** How a run of Maven ended, and what it said. */
record Run(String arguments, int code, String output) {

    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[0-9;]*m");

    Run {
        output = COLOURS.matcher(output).replaceAll("");
    }

    Run succeeds() {
        assertEquals(0, code, () -> "mvn " + arguments + "\n" + output);
        return this;
    }

    Run fails() {
        assertEquals(1, code, () -> "mvn " + arguments + "\n" + output);
        return this;
    }

    Run says(String text) {
        assertTrue(output.contains(text), () -> "not said: " + text + "\nmvn " + arguments + "\n" + output);
        return this;
    }

    Run saysNot(String text) {
        assertFalse(output.contains(text), () -> "said: " + text + "\nmvn " + arguments + "\n" + output);
        return this;
    }

    /** Returns how often something is said. */
    int count(String text) {
        return output.split(Pattern.quote(text), -1).length - 1;
    }

    /** Returns the lines that hold a text. */
    List<String> lines(String text) {
        return output.lines().filter(each -> each.contains(text)).toList();
    }
}
