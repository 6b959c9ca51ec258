package io.rpcidl.idl.corpus;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.parser.TokenPlaces;
import io.rpcidl.idl.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** One wrong token in a large contract is found where it is, and hides nothing else. */
class MutationTest {

    /** A first look in every build; the long one, with {@code -Dmutants=2400}, is a step of {@code .ci/run}. */
    private static final int MUTANTS = Integer.getInteger("mutants", 120);

    private static final long SEED = 20_261_123;
    private static final int NEAR = 3;
    private static final int FEW = 5;

    private int broken;
    private int good;
    private int far;
    private int many;
    private int blind;
    private final List<String> worst = new ArrayList<>();

    @Test
    void aMistakeIsFoundWhereItIsAndHidesNoOther() {
        List<List<SourceFile>> sets = ImportedCorpus.sets();
        Random random = new Random(SEED);
        for (int i = 0; i < MUTANTS; i++) {
            List<SourceFile> set = sets.get(i % sets.size());
            int index = random.nextInt(set.size());
            Mutant mutant = Mutant.of(set.get(index), random);
            List<SourceFile> files = new ArrayList<>(set);
            files.set(index, mutant.file());
            judge(mutant, Compiler.compile(files).diagnostics());
        }
        System.out.println(MUTANTS + " mutants of seed " + SEED + ": " + broken + " broken, of these " + good
                + " well reported, " + far + " elsewhere, " + many + " with more than " + FEW + " errors, " + blind
                + " hid another mistake");
        assertTrue(broken > MUTANTS / 2);
        assertTrue(good >= 0.95 * broken, () -> String.join("\n", worst));
    }

    private void judge(Mutant mutant, List<Diagnostic> diagnostics) {
        List<Diagnostic> errors = diagnostics.stream()
                .filter(Diagnostic::isError)
                .filter(each -> !each.message().contains(Mutant.SENTINEL))
                .toList();
        boolean sees = diagnostics.stream().anyMatch(each -> each.message().contains(Mutant.SENTINEL));
        if (errors.isEmpty()) {
            assertTrue(sees, "the compiler does not see " + Mutant.SENTINEL);
            return;
        }
        broken++;
        boolean near = isNear(mutant, errors.get(0));
        boolean few = errors.size() <= FEW;
        far += near ? 0 : 1;
        many += few ? 0 : 1;
        blind += sees ? 0 : 1;
        good += near && few && sees ? 1 : 0;
        if (!(near && few && sees)) {
            worst.add(mutant.kind() + (near ? "" : " FAR") + (few ? "" : " MANY " + errors.size())
                    + (sees ? "" : " BLIND") + " " + errors.get(0) + " AT " + mutant.around());
        }
    }

    private static boolean isNear(Mutant mutant, Diagnostic first) {
        return first.span().file() == mutant.file()
                && Math.abs(TokenPlaces.index(mutant.file(), first.span().start()) - mutant.at()) <= NEAR;
    }
}
