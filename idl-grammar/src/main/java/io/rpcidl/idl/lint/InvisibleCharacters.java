package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.Locale;

/**
 * No character of a file, comments and strings included, is invisible: two texts that look the same should be the same. The
 * controls of direction are errors already.
 */
final class InvisibleCharacters implements LintRule {

    private static final String BLANKS = "\u115F\u1160\u2800\u3164\uFFA0";
    private static final int NON_JOINER = 0x200C;
    private static final int JOINER = 0x200D;

    @Override
    public Code code() {
        return Code.LINT_INVISIBLE_CHARACTER;
    }

    @Override
    public Tier tier() {
        return Tier.MINIMAL;
    }

    @Override
    public void check(Contract contract, Findings findings) {
        contract.schema().files().forEach(file -> check(file.span().file(), findings));
    }

    private static void check(SourceFile file, Findings findings) {
        String text = file.text();
        int before = 0;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int end = i + Character.charCount(codePoint);
            if (codePoint > 0x7E && isInvisible(codePoint) && !joins(codePoint, before)) {
                String hex = String.format(Locale.ROOT, "%04X", codePoint);
                findings.report(
                        new Span(file, i, end),
                        "the character U+" + hex + " " + Character.getName(codePoint) + " is invisible",
                        hex.length() > 4 ? "remove it" : "remove it, or write it in a string as \\u" + hex);
            }
            before = codePoint;
            i = end;
        }
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> BLANKS.indexOf(codePoint) >= 0;
        };
    }

    /** The joiners are part of how some scripts and emoji are written, so behind such a character they are in place. */
    private static boolean joins(int codePoint, int before) {
        return (codePoint == JOINER || codePoint == NON_JOINER) && before > 0x2FF;
    }
}
