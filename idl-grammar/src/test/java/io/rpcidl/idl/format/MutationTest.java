package io.rpcidl.idl.format;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files with words left out, doubled and put elsewhere: they are refused, or all holds that must. */
class MutationTest {

    private static final Pattern PIECE =
            Pattern.compile("//[^\\n]*\\n|/\\*.*?\\*/|\"[^\"\\n]*\"|[A-Za-z0-9_]+|\\s+|.", Pattern.DOTALL);
    private static final int SEEDS = 500;

    @Test
    void everyTextIsRefusedOrFormatted() {
        List<List<String>> files = Fixtures.folder("format").stream()
                .filter(file -> file.name().endsWith(".rpcidl"))
                .map(MutationTest::pieces)
                .filter(pieces -> !pieces.isEmpty())
                .toList();
        int formatted = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Random random = new Random(seed);
            String text = mutated(files.get(seed % files.size()), random);
            try {
                if (Formats.follows(text)) {
                    Formats.checked(text);
                    formatted++;
                } else {
                    assertTrue(Formats.format(text).isEmpty());
                }
            } catch (Throwable e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
        System.out.println(SEEDS + " mutants, of which " + formatted + " could be formatted");
        assertTrue(formatted > SEEDS / 4, "only " + formatted);
    }

    private static List<String> pieces(SourceFile file) {
        return PIECE.matcher(file.text()).results().map(MatchResult::group).toList();
    }

    private static String mutated(List<String> pieces, Random random) {
        List<String> mutated = new ArrayList<>(pieces);
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = random.nextInt(mutated.size());
            String other = pieces.get(random.nextInt(pieces.size()));
            switch (random.nextInt(6)) {
                case 0 -> mutated.set(at, "");
                case 1 -> mutated.add(at, other);
                case 2 -> mutated.add(at, " ");
                case 3 -> mutated.add(at, "\n");
                case 4 -> mutated.add(at, "/* comment */");
                default -> mutated.add(at, mutated.get(at));
            }
        }
        return String.join("", mutated);
    }
}
