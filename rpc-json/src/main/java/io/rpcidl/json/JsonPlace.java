package io.rpcidl.json;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/** Says where in a document a mistake is. Used only once there is one, so it may scan from the start. */
final class JsonPlace {

    /** Stands between '{' and its first name, for the object itself. */
    private static final Object NO_NAME = new Object();

    private static final int SHOWN = 24;
    private static final int SHOWN_NAME = 64;
    private static final int SHOWN_POINTER = 256;

    private JsonPlace() {}

    /** Returns the JSON pointer of the value at an offset, in text that was read without a mistake up to there. */
    static String pointer(byte[] text, int start, int offset) {
        Deque<Object> path = new ArrayDeque<>(); // a name or an index for each open bracket, the innermost first
        String lastString = "";
        for (int at = start; at < offset; at++) {
            switch (text[at]) {
                case '{' -> path.push(NO_NAME);
                case '[' -> path.push(0);
                case '}', ']' -> path.poll();
                case ',' -> path.push(path.poll() instanceof Integer index ? index + 1 : NO_NAME);
                case ':' -> {
                    path.poll();
                    path.push(lastString);
                }
                case '"' -> {
                    int close = StringText.end(text, at + 1, text.length);
                    if (close < 0) {
                        return join(path);
                    }
                    lastString = new JsonReader(text, at, close + 1, JsonLimits.DEFAULT).string();
                    at = close;
                }
                default -> {}
            }
        }
        return join(path);
    }

    /** Names a value: its kind, or for what is short and harmless its text. */
    static String describe(byte[] text, int at, int end) {
        return switch (text[at]) {
            case '{' -> "an object";
            case '[' -> "an array";
            case '"' -> "a string";
            case 't' -> "true";
            case 'f' -> "false";
            case 'n' -> "null";
            default -> {
                int to = NumberSyntax.end(text, at, end);
                yield to > 0 && to - at <= SHOWN ? StringText.ascii(text, at, to) : "a number";
            }
        };
    }

    private static String join(Deque<Object> path) {
        StringBuilder pointer = new StringBuilder();
        for (Iterator<Object> parts = path.descendingIterator(); parts.hasNext(); ) {
            Object part = parts.next();
            if (part != NO_NAME) {
                pointer.append(step(part.toString()));
            }
        }
        return cut(pointer.toString(), SHOWN_POINTER);
    }

    /** Returns the part of a pointer that names a member, or an element. */
    static String step(String name) {
        return "/" + cut(name, SHOWN_NAME).replace("~", "~0").replace("/", "~1");
    }

    /** Names may be megabytes long, and come from anywhere: a message shows how they start. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        boolean splitsPair = Character.isHighSurrogate(text.charAt(most - 1));
        return text.substring(0, splitsPair ? most - 1 : most) + "…";
    }
}
