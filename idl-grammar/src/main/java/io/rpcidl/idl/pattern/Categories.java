package io.rpcidl.idl.pattern;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The general categories of Unicode that a pattern can name, RFC 9485 section 3: one letter for a group, or two. */
final class Categories {

    /** All of them as bits. */
    static final int ALL = -1;

    private static final Map<String, Integer> BITS = bits();

    private Categories() {}

    /** Returns the bits of a category, numbered as {@link Character#getType(int)} does. */
    static Optional<Integer> bits(String name) {
        return Optional.ofNullable(BITS.get(name));
    }

    /** Returns all names with their bits; a group stands before its members in the order of their names. */
    static Map<String, Integer> all() {
        return BITS;
    }

    private static Map<String, Integer> bits() {
        Map<String, Integer> two = Map.ofEntries(
                Map.entry("Lu", bit(Character.UPPERCASE_LETTER)),
                Map.entry("Ll", bit(Character.LOWERCASE_LETTER)),
                Map.entry("Lt", bit(Character.TITLECASE_LETTER)),
                Map.entry("Lm", bit(Character.MODIFIER_LETTER)),
                Map.entry("Lo", bit(Character.OTHER_LETTER)),
                Map.entry("Mn", bit(Character.NON_SPACING_MARK)),
                Map.entry("Mc", bit(Character.COMBINING_SPACING_MARK)),
                Map.entry("Me", bit(Character.ENCLOSING_MARK)),
                Map.entry("Nd", bit(Character.DECIMAL_DIGIT_NUMBER)),
                Map.entry("Nl", bit(Character.LETTER_NUMBER)),
                Map.entry("No", bit(Character.OTHER_NUMBER)),
                Map.entry("Pc", bit(Character.CONNECTOR_PUNCTUATION)),
                Map.entry("Pd", bit(Character.DASH_PUNCTUATION)),
                Map.entry("Ps", bit(Character.START_PUNCTUATION)),
                Map.entry("Pe", bit(Character.END_PUNCTUATION)),
                Map.entry("Pi", bit(Character.INITIAL_QUOTE_PUNCTUATION)),
                Map.entry("Pf", bit(Character.FINAL_QUOTE_PUNCTUATION)),
                Map.entry("Po", bit(Character.OTHER_PUNCTUATION)),
                Map.entry("Zs", bit(Character.SPACE_SEPARATOR)),
                Map.entry("Zl", bit(Character.LINE_SEPARATOR)),
                Map.entry("Zp", bit(Character.PARAGRAPH_SEPARATOR)),
                Map.entry("Sm", bit(Character.MATH_SYMBOL)),
                Map.entry("Sc", bit(Character.CURRENCY_SYMBOL)),
                Map.entry("Sk", bit(Character.MODIFIER_SYMBOL)),
                Map.entry("So", bit(Character.OTHER_SYMBOL)),
                Map.entry("Cc", bit(Character.CONTROL)),
                Map.entry("Cf", bit(Character.FORMAT)),
                Map.entry("Cn", bit(Character.UNASSIGNED)),
                Map.entry("Co", bit(Character.PRIVATE_USE)));
        Map<String, Integer> all = new TreeMap<>(two);
        two.forEach((name, bits) -> all.merge(name.substring(0, 1), bits, (a, b) -> a | b));
        // Half surrogate pairs are no text; java.util.regex counts them here.
        all.merge("C", bit(Character.SURROGATE), (a, b) -> a | b);
        return Map.copyOf(all);
    }

    private static int bit(byte type) {
        return 1 << type;
    }
}
