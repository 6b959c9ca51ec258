package io.rpcidl.json;

import io.rpcidl.json.JsonException.Kind;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads one JSON document (RFC 8259, strictly) from a byte array, in one pass. Not for several threads at once.
 *
 * <p>The names of an object are expected in the order of its {@link FieldNames}: the next one is compared, and only
 * where it differs is another looked for. Nothing is kept for error messages: the JSON pointer of a mistake is found by
 * scanning again, once something is wrong.
 */
public final class JsonReader extends JsonScalars {

    /** What a field loop returns at the end of its object or array. */
    public static final int END = -1;

    private int depth;
    private int skipped;
    private boolean positional;
    private String unknown = "";
    private @Nullable BitSet hidden;

    /** Makes a reader of a stretch of an array, which must not change while it is read. */
    public JsonReader(byte[] text, int start, int end, JsonLimits limits) {
        super(text, start, end, limits);
    }

    /** Makes a reader of a whole array with the default limits. */
    public JsonReader(byte[] text) {
        this(text, 0, text.length, JsonLimits.DEFAULT);
    }

    /** Begins anew with another stretch: a reader that is kept makes nothing but what is read. */
    public void reset(byte[] text, int start, int end) {
        begin(text, start, end);
        depth = 0;
        skipped = 0;
        positional = false;
        unknown = "";
    }

    /**
     * Has the reader mark the bytes of the text that no log may show, from now on: values of {@link Codecs#sensitive}, and
     * those of members that no codec knows, since a later version may call them sensitive.
     */
    public void markHidden(BitSet marks) {
        hidden = marks;
    }

    // ---- objects, arrays, parameters

    /** Enters an object and returns the index of its first known member, or {@link #END}. Unknown ones are skipped. */
    public int firstField(FieldNames names) {
        open('{', "object");
        int behind = names.size() > 0 ? names.encoded(0).behind(text, position - 1, end) : -1;
        if (behind > 0) {
            position = behind;
            return 0;
        }
        return closes('}') ? END : field(names, 0);
    }

    /** Goes on behind a member's value: returns the index of the next known member, or {@link #END}. */
    public int nextField(FieldNames names, int previous) {
        int next = previous + 1;
        if (next < names.size() && position < end && text[position] == ',') {
            int behind = names.encoded(next).behind(text, position, end);
            if (behind > 0) {
                position = behind;
                return next;
            }
        }
        return more('}') ? field(names, next) : END;
    }

    /**
     * Enters the parameters of a method, which come by name (an object) or by position (an array), and returns the
     * index of the first, or {@link #END}. Surplus positions are skipped.
     */
    public int firstParameter(FieldNames names) {
        positional = peek() == '[';
        if (!positional) {
            return firstField(names);
        }
        return firstElement() ? position(names, 0) : END;
    }

    /** Goes on behind a parameter's value: returns the index of the next one, or {@link #END}. */
    public int nextParameter(FieldNames names, int previous) {
        if (!positional) {
            return nextField(names, previous);
        }
        return nextElement() ? position(names, previous + 1) : END;
    }

    /** Enters an array and returns whether it has a first element. */
    public boolean firstElement() {
        open('[', "array");
        return !closes(']');
    }

    /** Goes on behind an element and returns whether another follows. */
    public boolean nextElement() {
        if (position < end && text[position] == ',') {
            position++;
            return true;
        }
        return more(']');
    }

    /** Enters an object of free keys and returns its first key, or null if there is none. */
    public @Nullable String firstKey() {
        open('{', "object");
        return closes('}') ? null : key();
    }

    /** Goes on behind a value of an object of free keys: returns the next key, or null at the end. */
    public @Nullable String nextKey() {
        return more('}') ? key() : null;
    }

    /**
     * Marks a member as seen in a set of bits and refuses it if it was there before.
     *
     * @param seen the bits of the members seen so far; a set of more than 64 goes in several
     */
    public long once(FieldNames names, long seen, int field) {
        long bit = 1L << field;
        if ((seen & bit) != 0) {
            throw shape("duplicate member '" + names.name(field) + "'");
        }
        return seen | bit;
    }

    /** Refuses an object, just read, that lacks one of the members whose bits are {@code required}: the first of them. */
    public void require(FieldNames names, long seen, long required) {
        if ((seen & required) != required) {
            throw missing(names, Long.numberOfTrailingZeros(required & ~seen));
        }
    }

    // ---- unions

    /** Enters a union's object and returns the index of its first member, or {@link #END} for one that is not known. */
    public int firstTag(FieldNames names) {
        int at = position;
        open('{', "object");
        if (closes('}')) {
            throw errorAt(at, Kind.SHAPE, "expected exactly one member, got none");
        }
        return lookUp(names, 0);
    }

    /** Returns the name for which {@link #firstTag} has just returned {@link #END}. */
    public String unknownTag() {
        if (hidden != null) {
            int at = position;
            skipUnknown();
            position = at;
        }
        return unknown;
    }

    /** Makes the error for the name for which {@link #firstTag} has just returned {@link #END}, in a closed union. */
    public JsonException unknownTag(String type) {
        return shape("expected a member of " + type + ", got one that it does not have");
    }

    /** Leaves a union's object behind the value of its member, which must be the only one. */
    public void endTag(int start) {
        if (!closes('}')) {
            if (position < end && text[position] == ',') {
                throw errorAt(start, Kind.SHAPE, "expected exactly one member, got several");
            }
            throw syntaxAt(position, "expected '}'");
        }
    }

    /** Passes any object: the payload of a member that has none. */
    public void skipObject() {
        if (!nextIsObject()) {
            throw expected("object");
        }
        skipUnknown();
    }

    // ---- any value

    /** Reads a value, or null. */
    public <T> @Nullable T orNull(Codec<T> codec) {
        return tryNull() ? null : codec.read(this);
    }

    /** Checks and passes any value. */
    public void skipValue() {
        switch (peek()) {
            case '{' -> {
                for (String key = firstKey(); key != null; key = nextKey()) {
                    skipValue();
                }
            }
            case '[' -> {
                for (boolean more = firstElement(); more; more = nextElement()) {
                    skipValue();
                }
            }
            case '"' -> string();
            case 't', 'f' -> bool();
            case 'n' -> literal("null");
            default -> skipNumber();
        }
    }

    /** Passes any value and returns its text without the white space between its parts. */
    public byte[] rawValue() {
        peek();
        int from = position;
        skipValue();
        return CompactJson.copy(text, from, position);
    }

    /** Returns how many members and parameters were skipped as unknown or surplus. */
    public int skipped() {
        return skipped;
    }

    /** Marks what was read since a position as hidden, if anybody asks. */
    void hideFrom(int start) {
        if (hidden != null) {
            hidden.set(start, position);
        }
    }

    // ---- inside

    private void skipUnknown() {
        peek();
        int start = position;
        skipValue();
        hideFrom(start);
    }

    private int field(FieldNames names, int expected) {
        while (true) {
            int found = lookUp(names, expected);
            if (found >= 0) {
                return found;
            }
            skipped++;
            skipUnknown();
            if (!more('}')) {
                return END;
            }
        }
    }

    /** Looks for a name from the expected one on: where optional members are left out, it is one of the next. */
    private int lookUp(FieldNames names, int expected) {
        if (peek() != '"') {
            throw syntaxAt(position, "expected a member's name");
        }
        int all = names.all();
        for (int tried = 0, i = expected; tried < all; tried++, i++) {
            i = i < all ? i : 0;
            int behind = names.encoded(i).quotedBehind(text, position, end);
            if (behind > 0) {
                position = behind;
                colon();
                return names.index(i);
            }
        }
        int from = position;
        String name = string();
        boolean escaped = position - from - 2 != name.length();
        colon();
        unknown = name;
        return escaped ? names.find(name) : END;
    }

    private int position(FieldNames names, int index) {
        if (index < names.size()) {
            return index;
        }
        do {
            skipped++;
            skipUnknown();
        } while (nextElement());
        return END;
    }

    private String key() {
        if (peek() != '"') {
            throw syntaxAt(position, "expected a member's name");
        }
        String key = string();
        colon();
        return key;
    }

    private void colon() {
        if (peek() != ':') {
            throw syntaxAt(position, "expected ':'");
        }
        position++;
    }

    private void open(char bracket, String what) {
        if (peek() != bracket) {
            throw expected(what);
        }
        if (++depth > limits.maxDepth()) {
            throw errorAt(position, Kind.LIMIT, "nested deeper than " + limits.maxDepth() + " levels");
        }
        position++;
    }

    private boolean closes(char bracket) {
        if (peek() != bracket) {
            return false;
        }
        position++;
        depth--;
        return true;
    }

    private boolean more(char bracket) {
        if (closes(bracket)) {
            return false;
        }
        if (position >= end || text[position] != ',') {
            throw syntaxAt(position, "expected ',' or '" + bracket + "'");
        }
        position++;
        return true;
    }
}
