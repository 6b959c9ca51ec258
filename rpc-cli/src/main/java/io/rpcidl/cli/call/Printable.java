package io.rpcidl.cli.call;

import io.rpcidl.transport.OneLine;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * What others have said, made fit for a terminal: control characters move its cursor and retype what stands there, and those
 * that turn the direction of text make it look like another. JSON keeps its meaning: in strings, where alone they can stand,
 * they become escapes.
 */
public final class Printable {

    private static final String INDENT = "  ";

    private Printable() {}

    /** Returns JSON, which has no white space between its parts, in one line. */
    static String line(byte[] json) {
        return escaped(new String(json, StandardCharsets.UTF_8));
    }

    /** Returns JSON, which has no white space between its parts, with a line for each member and element. */
    static String pretty(byte[] json) {
        String text = line(json);
        StringBuilder out = new StringBuilder();
        int depth = 0;
        boolean inString = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (inString || c == '"') {
                out.append(c);
                inString ^= c == '"';
                if (c == '\\') {
                    out.append(text.charAt(++at));
                }
            } else if (c == '{' || c == '[') {
                out.append(c);
                if (text.charAt(at + 1) == c + 2) { // of '{' and '[' alike, the closing one
                    out.append(text.charAt(++at));
                } else {
                    newLine(out, ++depth);
                }
            } else if (c == '}' || c == ']') {
                newLine(out, --depth);
                out.append(c);
            } else {
                out.append(c == ':' ? ": " : c);
                if (c == ',') {
                    newLine(out, depth);
                }
            }
        }
        return out.toString();
    }

    private static void newLine(StringBuilder out, int depth) {
        out.append('\n').append(INDENT.repeat(depth));
    }

    /** Returns a text of several lines, which keeps them and its tabs. */
    public static String text(String text) {
        return text.lines()
                .map(line -> line.replace("\t", "    "))
                .map(Printable::escaped)
                .collect(Collectors.joining("\n"));
    }

    /** Returns a text in one line. */
    public static String escaped(String text) {
        return OneLine.of(text);
    }
}
