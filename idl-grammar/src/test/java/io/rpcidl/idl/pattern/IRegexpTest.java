package io.rpcidl.idl.pattern;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IRegexpTest {

    private static final long STEPS = 1_000_000;

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '`',
            value = {
                "[A-Z]{3}-[0-9]+ ABC-17 ABC-",
                "a|b|cd cd c",
                "a{2,3} aaa aaaa",
                "a{2,} aaaaa a",
                "(ab)* ababab aba",
                "x?y+ yy xx",
                "[^a-c] d b",
                "[-a] - b",
                "[a-] - b",
                "\\p{Lu}\\P{L} \u00C91 \u00E91",
                "[\\p{Nd}x]+ 1x\u0661 y",
                "[^\\P{L}a] b a",
                ". \uD83D\uDE00 \uD83D\uDE00\uD83D\uDE00",
                "[\uD83D\uDE00-\uD83D\uDE4F] \uD83D\uDE01 \uD83D",
                "\\.\\*\\[\\]\\\\ .*[]\\ xx",
                "^a$ ^a$ a",
                "[&&a] & b",
                "(|a)b ab aab",
            })
    void matchesTheWholeText(String pattern, String good, String bad) {
        IRegexp parsed = parse(pattern);
        Pattern java = Pattern.compile(JavaPattern.of(parsed));
        assertAll(
                () -> assertEquals(Optional.of(true), parsed.matches(good, new StepBudget(STEPS))),
                () -> assertEquals(Optional.of(false), parsed.matches(bad, new StepBudget(STEPS))),
                () -> assertTrue(java.matcher(good).matches(), java.pattern()),
                () -> assertFalse(java.matcher(bad).matches(), java.pattern()));
    }

    @Test
    void aDotIsAnythingButAnEndOfALine() {
        assertEquals(List.of(true, false, false), List.of(dot("\u2028"), dot("\n"), dot("\r")));
    }

    private static boolean dot(String text) {
        IRegexp dot = parse(".");
        boolean java = Pattern.matches(JavaPattern.of(dot), text);
        assertEquals(Optional.of(java), dot.matches(text, new StepBudget(STEPS)));
        return java;
    }

    @Test
    void writesPatternsOfJava() {
        assertEquals(
                "(?:a|b\\x{E9}*){2,}[^\\x{A}\\x{D}]\\-[0-9\\p{Lu}]?",
                JavaPattern.of(parse("(a|b\u00E9*){2,}.-[0-9\\p{Lu}]?")));
        assertEquals("[\\p{C}\\p{M}\\p{N}\\p{P}\\p{S}\\p{Z}]", JavaPattern.of(parse("\\P{L}")));
    }

    @Test
    void knowsWhereAnchorsWereMeant() {
        assertEquals(List.of(0, 6), parse("^[$^]a$").bareAnchors());
        assertEquals(List.of(), parse("\\^a").bareAnchors());
    }

    @Test
    void givesUpWhenTheBudgetIsUsedUp() {
        IRegexp pattern = parse("(a*)*b");
        assertEquals(Optional.empty(), pattern.matches("a".repeat(1_000), new StepBudget(1_000)));
        assertEquals(Optional.of(false), pattern.matches("a".repeat(1_000), new StepBudget(10_000)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '\t',
            quoteCharacter = '`',
            value = {
                "a(b\t1+2\tthis group has no ')'",
                "ab)\t2+1\tthis ')' closes no group",
                "*a\t0+1\t'*' has nothing before it to repeat",
                "(|+)\t2+1\t'+' has nothing before it to repeat",
                "a*?\t2+1\ta quantifier follows another one",
                "a{2}+\t4+1\ta quantifier follows another one",
                "a{,2}\t2+1\ta number is missing here",
                "a{2\t3+0\tthe quantifier has no '}'",
                "a{3,2}\t1+5\tthe quantifier repeats at least 3 and at most 2 times",
                "a{1001}\t2+4\ta quantifier repeats at most 1000 times",
                "a{99999999999999999999}\t2+20\ta quantifier repeats at most 1000 times",
                "a]\t1+1\t']' closes nothing",
                "a}\t1+1\t'}' closes nothing",
                "(?:a)\t0+2\tthere are only plain groups '(...)', no '(?'",
                "\\d+\t0+2\tunknown escape '\\d'",
                "(a)\\1\t3+2\tunknown escape '\\1'",
                "\\\uD83D\uDE00\t0+3\tunknown escape '\\\uD83D\uDE00'",
                "a\\\t1+1\ta character is missing behind the backslash",
                "[]\t0+2\tthis class has no characters",
                "[a\t0+2\tthis class has no ']'",
                "[a-\t3+0\ta character is missing here",
                "[z-a]\t1+3\tthe ends of this range are the wrong way round",
                "[a-b-c]\t4+1\ta '-' stands first or last in a class, or between two characters",
                "[a--]\t2+1\ta '-' stands first or last in a class, or between two characters",
                "[a-\\p{L}]\t3+2\ta category is no end of a range",
                "[a[b]]\t2+1\ta class stands in a class",
                "\\pL\t0+2\ta category stands in braces",
                "\\p{L\t0+4\tthe category has no '}'",
                "\\p{IsGreek}\t0+11\tunknown category 'IsGreek'",
                "((a{100}){100}){100}\t1+13\tthe pattern has more than 10000 parts when its repetitions are written out",
            })
    void placesEachMistake(String pattern, String place, String message) {
        List<PatternMistake> mistakes = new ArrayList<>();
        assertEquals(Optional.empty(), IRegexp.parse(pattern, mistakes::add));
        assertEquals(
                List.of(place + " " + message),
                mistakes.stream()
                        .map(each -> each.offset() + "+" + each.length() + " " + each.message())
                        .toList());
    }

    @Test
    void boundsWhatAPatternMayCost() {
        assertEquals(List.of("a pattern has at most 1000 characters"), mistakes("a".repeat(1_001)));
        assertEquals(List.of(), mistakes("a".repeat(1_000)));
        assertEquals(List.of("groups nest at most 50 deep"), mistakes("(".repeat(51) + ")".repeat(51)));
        assertEquals(List.of(), mistakes("(".repeat(50) + ")".repeat(50)));
        assertEquals(
                List.of("the pattern has more than 10000 parts when its repetitions are written out"),
                mistakes("a{999}|".repeat(20)));
        assertEquals(
                List.of("the pattern has more than 10000 parts when its repetitions are written out"),
                mistakes("((((){1000}){1000}){1000}){1000}"));
    }

    private static List<String> mistakes(String pattern) {
        List<String> mistakes = new ArrayList<>();
        IRegexp.parse(pattern, mistake -> mistakes.add(mistake.message()));
        return mistakes;
    }

    private static IRegexp parse(String pattern) {
        return IRegexp.parse(pattern, mistake -> {
                    throw new AssertionError(pattern + ": " + mistake);
                })
                .orElseThrow();
    }
}
