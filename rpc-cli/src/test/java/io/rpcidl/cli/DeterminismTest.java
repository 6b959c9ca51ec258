package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same contracts give the same bytes: whatever the locale, the line ends, the order of the files and the JDK. Compared are
 * generated Java, the model as JSON, formatted text and findings.
 */
class DeterminismTest {

    private static final List<String> CONTRACTS = List.of("../rpc-codegen/src/test/golden", "../examples");

    private static final String OTHER_JDK = "JAVA25_HOME";

    @TempDir
    Path folder;

    private Session session;
    private Map<String, String> expected;

    @BeforeEach
    void run() throws IOException {
        session = new Session(folder);
        copyContracts("");
        expected = outputs("plain", contracts(), Jvm.same());
        assertTrue(expected.size() > 50, expected.keySet().toString());
        expected.values().forEach(text -> assertFalse(text.contains("\r")));
    }

    @Test
    void underATurkishLocale() throws Exception {
        same(outputs(
                "turkish",
                contracts(),
                Jvm.same("-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Tokyo")));
    }

    @Test
    void withAnotherEncodingAndLineSeparator() throws Exception {
        same(outputs("encoding", contracts(), Jvm.same("-Dfile.encoding=ISO-8859-1", "-Dline.separator=\r\n")));
    }

    @Test
    void fromSourcesWithOtherLineEnds() throws Exception {
        copyContracts("\r\n");
        same(outputs("crlf", contracts(), Jvm.same()));
    }

    @Test
    void inAnyOrderOfFiles() throws Exception {
        Random random = new Random(3);
        for (int i = 0; i < 3; i++) {
            List<String> shuffled = new ArrayList<>(contracts());
            Collections.shuffle(shuffled, random);
            same(outputs("shuffled" + i, shuffled, Jvm.same()));
        }
    }

    @Test
    void onTheOtherJdk() throws Exception {
        String home = System.getenv(OTHER_JDK);
        if (home == null) {
            String message = "no second JDK: " + OTHER_JDK + " names it";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        same(outputs("jdk", contracts(), new Jvm(Path.of(home), List.of())));
    }

    private void same(Map<String, String> actual) {
        assertEquals(expected.keySet(), actual.keySet());
        expected.forEach((name, text) -> assertEquals(text, actual.get(name), name));
    }

    /** Runs commands in JVMs of their own and returns all that they print and write. */
    private Map<String, String> outputs(String name, List<String> paths, Jvm jvm) throws IOException {
        Map<String, String> outputs = new TreeMap<>();
        outputs.put("generate", command(jvm, paths, "generate", "java", "--json", "--out", "generated-" + name));
        outputs.put("lint", command(jvm, paths, "lint", "--tier", "strict", "--lines"));
        outputs.put("model", command(jvm, paths, "model"));
        Path generated = session.path("generated-" + name);
        try (Stream<Path> files = Files.walk(generated)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                outputs.put(generated.relativize(file).toString(), Files.readString(file));
            }
        }
        return outputs;
    }

    private String command(Jvm jvm, List<String> paths, String... arguments) throws IOException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(paths);
        // println ends lines as the system does, which is not what is compared
        return jvm.run(folder, all).output().replace("\r\n", "\n");
    }

    /** Returns the contracts as files, relative to the folder. */
    private List<String> contracts() throws IOException {
        try (Stream<Path> files = Files.walk(session.path("contracts"))) {
            return files.filter(Files::isRegularFile)
                    .map(each -> folder.relativize(each).toString())
                    .sorted()
                    .toList();
        }
    }

    private void copyContracts(String lineEnd) throws IOException {
        for (String root : CONTRACTS) {
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(DeterminismTest::isContract).toList()) {
                    String text = Files.readString(file);
                    String name =
                            Path.of(root).getFileName() + "/" + Path.of(root).relativize(file);
                    session.write("contracts/" + name, lineEnd.isEmpty() ? text : text.replace("\n", lineEnd));
                }
            }
        }
    }

    private static boolean isContract(Path file) {
        return file.toString().endsWith(".rpcidl") && !file.toString().contains("target");
    }
}
