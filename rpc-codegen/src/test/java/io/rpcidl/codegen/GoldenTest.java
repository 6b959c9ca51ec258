package io.rpcidl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The whole output for contracts of each construct. The tests of rpc-runtime compile and run the same contracts. */
class GoldenTest {

    static List<Path> folders() {
        return Contracts.goldenFolders();
    }

    @ParameterizedTest
    @MethodSource("folders")
    void generatesExactlyTheExpectedFiles(Path folder) {
        Generation generation = Contracts.generate(Contracts.below(folder));
        assertEquals(List.of(), generation.refusals());
        Golden.check(folder.resolve("expected"), generation.files());
    }

    @Test
    void theOrderOfFilesMakesNoDifference() {
        List<SourceFile> contracts = Contracts.below(Contracts.GOLDEN);
        Generation expected = Contracts.generate(contracts);
        Random random = new Random(1);
        for (int run = 0; run < 5; run++) {
            List<SourceFile> shuffled = new ArrayList<>(contracts);
            Collections.shuffle(shuffled, random);
            assertEquals(expected, Contracts.generate(shuffled));
        }
    }

    /** In Turkish the upper case of {@code i} is another letter, and {@code %d} may have other digits in Arabic. */
    @Test
    void theLocaleMakesNoDifference() {
        List<SourceFile> contracts = Contracts.below(Contracts.GOLDEN);
        Generation expected = Contracts.generate(contracts);
        Locale before = Locale.getDefault();
        try {
            for (String language : List.of("tr-TR", "ar-SA-u-nu-arab", "az-AZ")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertEquals(expected, Contracts.generate(contracts), language);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void linesEndInOneWayAndHaveNoSpacesBehindThem() {
        for (GeneratedFile file :
                Contracts.generate(Contracts.below(Contracts.GOLDEN)).files()) {
            for (String line : file.content().split("\n", -1)) {
                assertEquals(line.stripTrailing(), line, file.path());
            }
        }
    }
}
