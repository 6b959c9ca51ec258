package io.rpcidl.json;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PatternCheckTest {

    @ParameterizedTest
    @CsvSource({
        "'',''",
        "[A-Z]{3}-[0-9]+,ABC-1",
        "a|b|,''",
        "(a|bc)*d?,abcbcad",
        "a{2},aa",
        "'a{2,}',aaaa",
        "'a{0,2}b',b",
        "'(a{1,2}){2}',aaa",
        "[^a-c]+,xyz",
        "[-a]+,a-a",
        "[a-]+,-a",
        "[\\]\\-\\\\]+,]-\\",
        "\\p{L}+,äΩz",
        "\\P{Lu}+,ab1",
        "[\\p{Nd}x]+,1x٣",
        ".,😀",
        "\\.\\*\\(\\),.*()",
        "(),''",
        "((a*)*)*,aaa",
    })
    void matchesTheWholeText(String regexp, String text) {
        assertDoesNotThrow(() -> Check.pattern(regexp).check(text));
    }

    @ParameterizedTest
    @CsvSource({
        "[A-Z]{3}-[0-9]+,ABC-1x",
        "[A-Z]{3}-[0-9]+,xABC-1",
        "a{2},aaa",
        "'a{2,}',a",
        "a|b,ab",
        "[^a-c]+,xa",
        "\\p{Lu},a",
        "\\.,x",
        "a,''",
    })
    void refusesOthers(String regexp, String text) {
        ConstraintException refusal = assertThrows(
                ConstraintException.class, () -> Check.pattern(regexp).check(text));
        assertEquals("expected a text of the pattern " + regexp, refusal.getMessage());
    }

    @Test
    void aDotIsNoEndOfLine() {
        assertThrows(ConstraintException.class, () -> Check.pattern(".").check("\n"));
        assertDoesNotThrow(() -> Check.pattern("\\n\\r\\t").check("\n\r\t"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "(a+)+\\$", "(a*)*b", "(a|a)*b", "(a|aa)+b", "(.*)(.*)(.*)b", "(a?){1000}b"})
    void noTextTakesLong(String regexp) {
        Check<String> check = Check.pattern(regexp);
        String text = "a".repeat(100_000);
        assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> assertThrows(ConstraintException.class, () -> check.check(text)));
    }

    /** Where both take a pattern they agree on all texts. */
    @Test
    void agreesWithJava() {
        long seed = 7;
        Random random = new Random(seed);
        String[] patterns = {"(ab|a)*(b|c){1,3}", "[a-b]*c?", "((a|b)c?)+", "(a{0,2}b){2}|c*"};
        for (String regexp : patterns) {
            Check<String> check = Check.pattern(regexp);
            for (int run = 0; run < 2_000; run++) {
                StringBuilder text = new StringBuilder();
                for (int i = random.nextInt(8); i > 0; i--) {
                    text.append((char) ('a' + random.nextInt(3)));
                }
                boolean expected = Pattern.matches(regexp, text);
                assertEquals(expected, accepts(check, text.toString()), regexp + " of " + text + ", seed " + seed);
            }
        }
    }

    private static boolean accepts(Check<String> check, String text) {
        try {
            check.check(text);
            return true;
        } catch (ConstraintException e) {
            return false;
        }
    }

    @Test
    void whatIsNoPatternIsABugOfTheCompiler() {
        for (String wrong : new String[] {"(", "a)", "[a", "a{", "\\", "a{x}", "\\p", "(a{1000}){1000}"}) {
            assertThrows(IllegalArgumentException.class, () -> Check.pattern(wrong), wrong);
        }
    }
}
