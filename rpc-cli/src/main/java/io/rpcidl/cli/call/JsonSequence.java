package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.json.JsonException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/**
 * JSON values one after the other, with or without white space or ends of lines between them. Each is there as soon as its
 * last character is; a number or a word, as soon as something follows it.
 */
final class JsonSequence {

    private static final int END = -1;

    private final PushbackInputStream in;
    private int count;

    JsonSequence(InputStream in) {
        this.in = new PushbackInputStream(in);
    }

    /**
     * Returns the next value, or null if there is none; waits for it.
     *
     * @throws Misuse for what is not JSON, saying which value it is
     */
    byte[] next() throws IOException {
        int first = in.read();
        while (isSpace(first)) {
            first = in.read();
        }
        if (first == END) {
            return null;
        }
        count++;
        in.unread(first);
        byte[] text = first == '{' || first == '[' || first == '"' ? enclosed() : word();
        try {
            return RawJson.parse(text);
        } catch (JsonException e) {
            throw new Misuse("item " + count + " is not JSON: " + e.getMessage());
        }
    }

    /** Reads a string, or to the bracket that closes the first one. */
    private byte[] enclosed() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int depth = 0;
        boolean inString = false;
        do {
            int next = in.read();
            if (next == END) {
                break; // which the parser words
            }
            append(text, next);
            if (inString && next == '\\') {
                append(text, in.read());
            } else if (next == '"') {
                inString = !inString;
            } else if (!inString) {
                depth += next == '{' || next == '[' ? 1 : next == '}' || next == ']' ? -1 : 0;
            }
        } while (inString || depth > 0);
        return text.toByteArray();
    }

    private byte[] word() throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        int next = in.read();
        while (next != END && !isSpace(next) && (text.size() == 0 || "{[\"".indexOf(next) < 0)) {
            append(text, next);
            next = in.read();
        }
        if (next != END) {
            in.unread(next);
        }
        return text.toByteArray();
    }

    private void append(ByteArrayOutputStream text, int next) {
        if (next != END) {
            text.write(next);
        }
        if (text.size() > RawJson.LIMITS.maxBytes()) {
            throw new Misuse("item " + count + " is longer than " + RawJson.LIMITS.maxBytes() + " bytes");
        }
    }

    private static boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }
}
