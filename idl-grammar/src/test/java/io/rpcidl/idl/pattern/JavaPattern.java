package io.rpcidl.idl.pattern;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Writes a pattern for {@code java.util.regex}, as section 5 of RFC 9485 advises for other dialects: what ours is compared with. */
final class JavaPattern {

    private JavaPattern() {}

    /** Returns a pattern whose {@code matches()} should answer as ours does; of ASCII, without capturing groups. */
    static String of(IRegexp pattern) {
        return of(pattern.root());
    }

    private static String of(PatternNode node) {
        if (node instanceof PatternNode.One one) {
            return one(one.set());
        }
        if (node instanceof PatternNode.Sequence sequence) {
            return sequence.parts().stream().map(JavaPattern::part).collect(Collectors.joining());
        }
        if (node instanceof PatternNode.Choice choice) {
            return choice.parts().stream().map(JavaPattern::of).collect(Collectors.joining("|"));
        }
        PatternNode.Repeat repeat = (PatternNode.Repeat) node;
        String part = repeat.part() instanceof PatternNode.One ? of(repeat.part()) : "(?:" + of(repeat.part()) + ")";
        return part + quantifier(repeat.min(), repeat.max());
    }

    private static String part(PatternNode node) {
        boolean group = node instanceof PatternNode.Choice || node instanceof PatternNode.Sequence;
        return group ? "(?:" + of(node) + ")" : of(node);
    }

    private static String quantifier(int min, int max) {
        if (max == PatternNode.UNBOUNDED) {
            return min == 0 ? "*" : min == 1 ? "+" : "{" + min + ",}";
        }
        if (min == max) {
            return "{" + min + "}";
        }
        return min == 0 && max == 1 ? "?" : "{" + min + "," + max + "}";
    }

    private static String one(CharacterSet set) {
        int single = set.single();
        if (single >= 0) {
            return character(single);
        }
        StringBuilder out = new StringBuilder(set.negated() ? "[^" : "[");
        for (CharacterSet.Range range : set.ranges()) {
            out.append(character(range.from()));
            if (range.to() > range.from()) {
                out.append('-').append(character(range.to()));
            }
        }
        return out.append(categories(set.categories())).append(']').toString();
    }

    /** Whole groups are written by their one letter. */
    private static String categories(int bits) {
        StringBuilder out = new StringBuilder();
        int left = bits;
        for (Map.Entry<String, Integer> each : new TreeMap<>(Categories.all()).entrySet()) {
            if ((left & each.getValue()) == each.getValue()) {
                out.append("\\p{").append(each.getKey()).append('}');
                left &= ~each.getValue();
            }
        }
        return out.toString();
    }

    /** Escapes what has or may get a meaning, in a class or outside. */
    private static String character(int character) {
        boolean plain = character < 0x80 && Character.isLetterOrDigit(character);
        if (plain) {
            return String.valueOf((char) character);
        }
        return character > ' ' && character < 0x7F
                ? "\\" + (char) character
                : String.format(Locale.ROOT, "\\x{%X}", character);
    }
}
