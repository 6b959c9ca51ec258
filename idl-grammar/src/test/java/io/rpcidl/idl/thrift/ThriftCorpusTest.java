package io.rpcidl.idl.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files of other people's systems are imported as they are. */
class ThriftCorpusTest {

    @Test
    void everyFileAloneBecomesContracts() throws IOException {
        List<Path> files = files();
        int contracts = 0;
        for (Path file : files) {
            contracts += check(List.of(file));
        }
        System.out.println("imported " + files.size() + " Thrift files alone into " + contracts + " contracts");
        assertFalse(files.isEmpty());
    }

    @Test
    void filesWithIncludesBecomeContractsTogether() throws IOException {
        List<Path> files = files().stream()
                .filter(each -> each.toString().contains("evernote"))
                .toList();
        int contracts = check(files);
        System.out.println("imported " + files.size() + " Thrift files together into " + contracts + " contracts");
        assertEquals(files.size(), contracts);
    }

    private static int check(List<Path> files) {
        ThriftImport result = ThriftImporter.importFiles(files, List.of());
        assertEquals(
                List.of(), result.diagnostics().stream().map(Object::toString).toList());
        ImportChecks.contracts(result);
        assertTrue(result.contracts().size() >= files.size());
        return result.contracts().size();
    }

    private static List<Path> files() throws IOException {
        Path folder = Path.of(System.getProperty("corpus", "../../shared/corpus"), "thrift");
        if (!Files.isDirectory(folder)) {
            String message = "no corpus at " + folder + ": name its place with -Dcorpus=DIR";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(each -> each.toString().endsWith(".thrift"))
                    .sorted()
                    .toList();
        }
    }
}
