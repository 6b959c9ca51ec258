package io.rpcidl.idl.pattern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Parses what stands for one character: a dot, an escape, or a class in brackets. */
final class ClassParser {

    private static final String ESCAPED = "()*+-.?[\\]^{|}";

    /** What other dialects write, and this one spells out. */
    private static final Map<Character, String> ELSEWHERE = Map.of(
            'd', "write '[0-9]', or '\\p{Nd}' for the digits of all scripts",
            'D', "write '[^0-9]'",
            'w', "write '[A-Za-z0-9_]'",
            'W', "write '[^A-Za-z0-9_]'",
            's', "write '[ \\t\\n\\r]'",
            'S', "write '[^ \\t\\n\\r]'",
            'b', "there are no word boundaries",
            '$', "write '$' without a backslash",
            '/', "write '/' without a backslash");

    private final PatternReader in;
    private List<CharacterSet.Range> ranges = new ArrayList<>();
    private int categories;

    ClassParser(PatternReader in) {
        this.in = in;
    }

    CharacterSet parse() throws PatternReader.Stop {
        ranges = new ArrayList<>();
        categories = 0;
        if (in.take('.')) {
            return CharacterSet.DOT;
        }
        if (in.peek() == '[') {
            return bracketed();
        }
        if (!categoryEscape()) {
            return CharacterSet.of(escape());
        }
        return CharacterSet.of(ranges, categories, false);
    }

    private CharacterSet bracketed() throws PatternReader.Stop {
        int start = in.at();
        in.read();
        boolean negated = in.take('^');
        if (in.peek() == ']') {
            in.read();
            throw in.stop(start, "this class has no characters", "for the character itself write '\\]'");
        }
        if (in.take('-')) {
            add('-', '-');
        }
        while (in.peek() != ']') {
            if (in.atEnd()) {
                throw in.stop(start, "this class has no ']'");
            }
            member();
        }
        in.read();
        return CharacterSet.of(ranges, categories, negated);
    }

    private void member() throws PatternReader.Stop {
        if (in.peek() == '-') {
            lastDash();
            return;
        }
        int start = in.at();
        if (categoryEscape()) {
            return;
        }
        int from = character();
        int dash = in.at();
        if (!in.take('-')) {
            add(from, from);
            return;
        }
        if (in.peek() == ']') {
            add(from, from);
            add('-', '-');
            return;
        }
        if (in.peek() == '-') {
            throw in.stop(dash, "a '-' stands first or last in a class, or between two characters", "write '\\-'");
        }
        int to = character();
        if (to < from) {
            throw in.stop(start, "the ends of this range are the wrong way round");
        }
        add(from, to);
    }

    private void lastDash() throws PatternReader.Stop {
        int start = in.at();
        in.read();
        if (in.peek() != ']') {
            throw in.stop(start, "a '-' stands first or last in a class, or between two characters", "write '\\-'");
        }
        add('-', '-');
    }

    private void add(int from, int to) {
        ranges.add(new CharacterSet.Range(from, to));
    }

    private int character() throws PatternReader.Stop {
        if (in.peek() == '\\') {
            return escape();
        }
        if (in.peek() == '[') {
            throw in.stopHere("a class stands in a class", "for the character itself write '\\['");
        }
        if (in.atEnd()) {
            throw in.stopHere("a character is missing here", null);
        }
        return in.read();
    }

    private int escape() throws PatternReader.Stop {
        int start = in.at();
        in.read();
        int character = in.read();
        switch (character) {
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case PatternReader.END:
                throw in.stop(start, "a character is missing behind the backslash", "for a backslash write '\\\\'");
            case 'p', 'P':
                throw in.stop(start, "a category is no end of a range");
            default:
                if (ESCAPED.indexOf(character) >= 0) {
                    return character;
                }
                throw in.stop(start, "unknown escape '\\" + Character.toString(character) + "'", help(character));
        }
    }

    private static String help(int character) {
        if (character >= '1' && character <= '9') {
            return "there are no references to groups";
        }
        String known = ELSEWHERE.get((char) character);
        return character < 0x80 && known != null
                ? known
                : "there are \\n \\r \\t \\p{...} \\P{...} and a backslash before ( ) * + - . ? [ \\ ] ^ { | }";
    }

    /** Takes {@code \p{Lu}} or {@code \P{Lu}}, if one stands here. */
    private boolean categoryEscape() throws PatternReader.Stop {
        int start = in.at();
        if (!in.startsCategory()) {
            return false;
        }
        in.read();
        boolean negated = in.read() == 'P';
        if (!in.take('{')) {
            throw in.stop(start, "a category stands in braces", "for example \\p{L} or \\p{Lu}");
        }
        StringBuilder name = new StringBuilder();
        while (!in.atEnd() && in.peek() != '}') {
            name.appendCodePoint(in.read());
        }
        if (!in.take('}')) {
            throw in.stop(start, "the category has no '}'");
        }
        int bits = Categories.bits(name.toString())
                .orElseThrow(() -> in.stop(
                        start,
                        "unknown category '" + name + "'",
                        "there are the general categories of Unicode, such as L, Lu, N or Zs"));
        categories |= negated ? Categories.ALL & ~bits : bits;
        return true;
    }
}
