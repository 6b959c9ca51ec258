package io.rpcidl.json;

import io.rpcidl.json.JsonException.Kind;
import java.util.Arrays;

/**
 * The bytes below {@link JsonReader}: where it stands, the tokens of JSON (white space, literals, strings, numbers),
 * and how a mistake is reported. What it does not know is how values are nested.
 */
abstract sealed class JsonScanner extends JsonScratch permits JsonScalars {

    final JsonLimits limits;
    byte[] text;
    int start;
    int end;
    int position;

    JsonScanner(byte[] text, int start, int end, JsonLimits limits) {
        this.limits = limits;
        begin(text, start, end);
    }

    /** Stands at the start of a stretch, as if there had been no other. */
    final void begin(byte[] text, int start, int end) {
        if (start < 0 || end < start || end > text.length) {
            throw new IllegalArgumentException("no stretch " + start + ".." + end + " in " + text.length + " bytes");
        }
        this.text = text;
        this.start = start;
        this.end = end;
        this.position = start;
    }

    /** Reads a string. */
    public String string() {
        return StringText.read(this, "string", StringText.STRING);
    }

    /** Passes over a string if it stands here as these bytes, its quotes included; else stays where it is. */
    public boolean trySame(byte[] json) {
        int from = peek() == '"' ? position : end;
        boolean same = end - from >= json.length && Arrays.equals(text, from, from + json.length, json, 0, json.length);
        if (same) {
            position = from + json.length;
        }
        return same;
    }

    /** Reads a number and returns its text as it stands. */
    public String number() {
        return number("number");
    }

    /** Returns the offset of the next byte to be read, counted in the array. */
    public int position() {
        return position;
    }

    /** Goes back to a position that an earlier pass went over, at the same depth. */
    public void position(int earlier) {
        this.position = earlier;
    }

    /** Checks that nothing but white space follows. */
    public void end() {
        if (peek() != 0 || position < end) {
            throw syntaxAt(position, "more text behind the document");
        }
    }

    /** Makes an error of shape at the place reached. */
    public JsonException shape(String message) {
        return errorAt(position, Kind.SHAPE, message);
    }

    /** Passes white space and returns the next byte without consuming it, or 0 at the end. */
    final int peek() {
        while (position < end) {
            int c = text[position];
            if (c > ' ' || c < 0) {
                return c;
            }
            if (c != ' ' && c != '\n' && c != '\r' && c != '\t') {
                throw syntaxAt(position, "control character");
            }
            position++;
        }
        return 0;
    }

    final void literal(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (position + i >= end || text[position + i] != word.charAt(i)) {
                throw syntaxAt(position, "not a JSON value");
            }
        }
        position += word.length();
    }

    /** Reads digits without a fraction; the caller has looked at a quote around them. */
    final long integer(String type) {
        boolean minus = position < end && text[position] == '-';
        int from = minus ? position + 1 : position;
        if (end - from >= Words.SIZE) {
            long word = Words.get(text, from);
            int count = Words.digits(word);
            int behind = (int) (word >>> count * Byte.SIZE) & 0xff;
            boolean ends = count < Words.SIZE && (behind == ',' || behind == '}' || behind == ']');
            if (ends && count > 0 && (count == 1 || (word & 0xff) != '0')) {
                position = from + count;
                int value = Words.number(word, count);
                return minus ? -value : value;
            }
        }
        return slowInteger(type);
    }

    /** Reads eight digits or more, digits behind white space, before it or at the end, or whatever is none. */
    private long slowInteger(String type) {
        peek();
        int at = position;
        boolean negative = at < end && text[at] == '-';
        int from = negative ? at + 1 : at;
        long value = 0; // counted down: the negative side has one more
        int digit = from;
        for (; digit < end && text[digit] >= '0' && text[digit] <= '9'; digit++) {
            int next = text[digit] - '0';
            if (value < Long.MIN_VALUE / 10 || (value == Long.MIN_VALUE / 10 && next > 8)) {
                throw NumberSyntax.end(text, position, end) < 0 ? expected(type) : shape(type + " out of range");
            }
            value = value * 10 - next;
        }
        boolean leadingZero = digit - from > 1 && text[from] == '0';
        boolean goesOn = digit < end && (text[digit] == '.' || (text[digit] | 0x20) == 'e');
        if (digit == from || leadingZero || goesOn) {
            throw expected(type);
        }
        if (!negative && value == Long.MIN_VALUE) {
            throw shape(type + " out of range");
        }
        position = digit;
        return negative ? value : -value;
    }

    final String number(String type) {
        peek();
        int to = NumberSyntax.end(text, position, end);
        if (to < 0) {
            throw expected(type);
        }
        if (to - position > JsonLimits.MAX_NUMBER_LENGTH) {
            throw errorAt(position, Kind.LIMIT, "number longer than " + JsonLimits.MAX_NUMBER_LENGTH + " characters");
        }
        String digits = StringText.ascii(text, position, to);
        position = to;
        return digits;
    }

    final void skipNumber() {
        if (NumberSyntax.end(text, position, end) < 0) {
            throw syntaxAt(position, "not a JSON value");
        }
        number("number");
    }

    final String numberOrString(String type, int longest) {
        if (peek() != '"') {
            return number(type);
        }
        String digits = string();
        if (digits.length() > longest) {
            throw errorAt(position, Kind.LIMIT, type + " longer than " + longest + " characters");
        }
        return digits;
    }

    /** Makes an error for a value of another type: of shape if it is JSON at all, else of syntax. */
    final JsonException expected(String type) {
        int at = position;
        try {
            new JsonReader(text, at, end, limits).skipValue();
        } catch (JsonException e) {
            if (e.kind() == Kind.LIMIT) {
                String message = String.valueOf(e.getMessage());
                return errorAt(
                        at, Kind.LIMIT, message.substring(message.startsWith("/") ? message.indexOf(": ") + 2 : 0));
            }
            return syntaxAt(at, position < end ? "not a JSON value" : "the document ends too early");
        }
        return errorAt(at, Kind.SHAPE, "expected " + type + ", got " + JsonPlace.describe(text, at, end));
    }

    final JsonException syntaxAt(int offset, String message) {
        String cause = offset >= end ? "the document ends too early" : message;
        return new JsonException(Kind.SYNTAX, "broken JSON at offset " + (offset - start) + ": " + cause);
    }

    final JsonException errorAt(int offset, Kind kind, String message) {
        String pointer = JsonPlace.pointer(text, start, offset);
        return new JsonException(kind, pointer.isEmpty() ? message : pointer + ": " + message);
    }
}
