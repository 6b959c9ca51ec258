package io.rpcidl.idl.pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Random patterns on random texts: this package and {@code java.util.regex} are of one mind. */
class PatternComparisonTest {

    private static final long SEED = 9_485;
    private static final int PATTERNS = 20_000;
    private static final int TEXTS = 12;
    private static final String[] ATOMS = {
        "a",
        "b",
        "-",
        "^",
        "$",
        ".",
        "\\.",
        "\\n",
        "[ab]",
        "[^a]",
        "[a-c-]",
        "[^\\P{L}b]",
        "\\p{Lu}",
        "\\P{N}",
        "\u00E9",
        "&",
        "[\u00E0-\u00FF&&]",
        "\uD83D\uDE00",
        "[\uD83D\uDE00-\uD83D\uDE4F]",
        "\\\\",
        "()",
        "#",
        " "
    };
    private static final String[] QUANTIFIERS = {"", "", "", "*", "+", "?", "{2}", "{0}", "{1,}", "{0,2}", "{2,3}"};
    private static final String[] CHARACTERS = {
        "a",
        "b",
        "c",
        "-",
        "^",
        "$",
        ".",
        "\n",
        "\r",
        "A",
        "1",
        "\u00E9",
        "\u00FF",
        "&",
        "\uD83D\uDE00",
        "\\",
        "\u2028",
        "#",
        " "
    };

    private final Random random = new Random(SEED);

    @Test
    void agreesWithJava() {
        int matching = 0;
        for (int i = 0; i < PATTERNS; i++) {
            String written = pattern(3);
            IRegexp pattern = IRegexp.parse(written, mistake -> {
                        throw new AssertionError("seed " + SEED + ": " + written + ": " + mistake);
                    })
                    .orElseThrow();
            Pattern java = Pattern.compile(JavaPattern.of(pattern));
            for (int j = 0; j < TEXTS; j++) {
                String text = text();
                boolean expected = java.matcher(text).matches();
                assertEquals(
                        Optional.of(expected),
                        pattern.matches(text, new StepBudget(1_000_000)),
                        () -> "seed " + SEED + ": " + written + " as " + java + " on '" + text + "'");
                matching += expected ? 1 : 0;
            }
        }
        int matched = matching;
        System.out.println(PATTERNS * TEXTS + " texts compared, " + matched + " match");
        assertTrue(matched > PATTERNS / 4, () -> "only " + matched + " match: the comparison says little");
    }

    private String pattern(int depth) {
        List<String> branches = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 2 : 1;
        for (int i = 0; i < count; i++) {
            StringBuilder branch = new StringBuilder();
            for (int j = random.nextInt(4); j > 0; j--) {
                boolean group = depth > 0 && random.nextInt(4) == 0;
                branch.append(group ? "(" + pattern(depth - 1) + ")" : any(ATOMS))
                        .append(any(QUANTIFIERS));
            }
            branches.add(branch.toString());
        }
        return String.join("|", branches);
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--) {
            text.append(random.nextBoolean() ? CHARACTERS[random.nextInt(3)] : any(CHARACTERS));
        }
        return text.toString();
    }

    private String any(String[] choices) {
        return choices[random.nextInt(choices.length)];
    }
}
