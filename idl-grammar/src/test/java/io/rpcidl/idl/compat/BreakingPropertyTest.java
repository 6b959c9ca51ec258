package io.rpcidl.idl.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every contract; contracts and edits come from seeds, which the names of the tests show. */
class BreakingPropertyTest {

    private static final int SEEDS = 20;
    private static final int SIZE = 12;

    @Test
    void noContractBreaksItself() throws IOException {
        List<Schema> schemas = contracts();
        System.out.println("contracts compared with themselves: " + schemas.size());
        assertTrue(schemas.size() > 400, () -> "only " + schemas.size());
        schemas.forEach(each -> assertEquals(List.of(), BreakingChanges.between(each, each)));
    }

    private static List<Schema> contracts() throws IOException {
        try (Stream<Path> all = Files.walk(Fixtures.RESOURCES)) {
            List<Path> roots = all.filter(
                            each -> Files.isDirectory(each) || each.toString().endsWith(".rpcidl"))
                    .sorted()
                    .toList();
            return roots.stream()
                    .map(each -> Compiler.compileRoots(List.of(each)).schema())
                    .flatMap(Optional::stream)
                    .toList();
        }
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, SEEDS).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void harmlessEditsAreNeverReported(int seed) {
        Random random = new Random(seed);
        RandomContract contract = RandomContract.of(random, SIZE);
        Schema before = contract.compile();
        for (RandomEdit edit : RandomEdit.HARMLESS) {
            edit.edit().accept(contract, random);
            assertEquals(List.of(), BreakingChanges.between(before, contract.compile()), edit::name);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void breakingEditsAreAlwaysReported(int seed) {
        Random random = new Random(seed);
        RandomContract contract = RandomContract.of(random, SIZE);
        Schema before = contract.compile();
        for (RandomEdit edit : RandomEdit.BREAKING) {
            RandomContract changed = contract.copy();
            edit.edit().accept(changed, random);
            RandomEdit.HARMLESS.forEach(each -> each.edit().accept(changed, random));
            List<Code> codes = BreakingChanges.between(before, changed.compile()).stream()
                    .map(Diagnostic::code)
                    .toList();
            assertEquals(List.of(edit.code().orElseThrow()), codes, edit::name);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfDeclarationsDoesNotMatter(int seed) {
        Random random = new Random(seed);
        RandomContract old = RandomContract.of(random, SIZE);
        RandomContract now = old.copy();
        RandomEdit.BREAKING.forEach(each -> each.edit().accept(now, random));
        List<String> expected = messages(old, now);
        assertTrue(expected.size() >= 10, expected::toString);
        old.shuffle(random);
        now.shuffle(random);
        assertEquals(expected, messages(old, now));
    }

    private static List<String> messages(RandomContract old, RandomContract now) {
        return BreakingChanges.between(old.compile(), now.compile()).stream()
                .map(each -> each.code() + " " + each.message())
                .sorted()
                .toList();
    }
}
