package io.rpcidl.idl.format;

import io.rpcidl.idl.parser.Word;
import java.util.Set;

/** Whether a space stands between two words that nothing more is known of. */
final class Spacing {

    private static final Set<String> OPENING = Set.of("(", "[", "<", "{");
    private static final Set<String> CLOSING = Set.of(")", "]", ">", "}");
    private static final Set<String> TIGHT_BEFORE = Set.of(",", ";", ":", "?", ".", "..", "...", "(", "<");
    private static final Set<String> TIGHT_BEHIND = Set.of(".", "..", "@");
    private static final Set<String> LOOSE_BEHIND = Set.of(",", ":", "=");

    private Spacing() {}

    static boolean between(Word left, Word right) {
        String before = left.text();
        String behind = right.text();
        if (OPENING.contains(before) || CLOSING.contains(behind)) {
            return false;
        }
        if (LOOSE_BEHIND.contains(before)) {
            return true;
        }
        return !TIGHT_BEHIND.contains(before) && !TIGHT_BEFORE.contains(behind);
    }

    static boolean isOpening(Word word) {
        return OPENING.contains(word.text());
    }

    static boolean isClosing(Word word) {
        return CLOSING.contains(word.text());
    }

    /** Returns whether a word ends something, so that a comment before it belongs to what it ends. */
    static boolean isEnding(Word word) {
        return isClosing(word) || word.is(",") || word.is(";");
    }
}
