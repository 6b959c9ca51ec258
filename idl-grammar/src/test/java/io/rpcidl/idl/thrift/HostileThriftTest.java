package io.rpcidl.idl.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, the importer answers, soon, with contracts that can be read or with diagnostics. */
class HostileThriftTest {

    private static final Duration HANG = Duration.ofSeconds(60);
    private static final Path FIXTURES = Path.of("src", "test", "resources", "thrift");

    @TempDir
    private Path folder;

    private record Case(String name, String text, Code... codes) {}

    @TestFactory
    Stream<DynamicTest> texts() {
        String deep = "list<".repeat(70) + "i32" + ">".repeat(70);
        return Stream.of(
                        new Case("nothing", ""),
                        new Case("a byte order mark", "\uFEFFstruct A {}"),
                        new Case("deep types", "typedef " + deep + " A", Code.TOO_DEEP),
                        new Case("depth at the limit", "struct A { 1: " + nested(62) + " a }"),
                        new Case("deep values", "const i32 A = " + "[".repeat(100_000), Code.TOO_DEEP),
                        new Case("many words", "a ".repeat(1_000_001), Code.TOO_MANY_TOKENS, Code.THRIFT_SYNTAX),
                        new Case(
                                "many mistakes",
                                "struct {}\n".repeat(1_000),
                                Code.THRIFT_SYNTAX,
                                Code.TOO_MANY_DIAGNOSTICS),
                        new Case("only signs", "<>(){}[]=:,;*&'\"".repeat(1_000), Code.THRIFT_WORD, Code.THRIFT_SYNTAX),
                        new Case("half a pair", "/** \uD83C */ struct A {} (b = \"\uDF31\")", Code.INVALID_UTF8),
                        new Case("a nul", "struct \0 {}", Code.THRIFT_WORD),
                        new Case("an include that is no path", "include \"\0\"", Code.THRIFT_INCLUDE_MISSING),
                        new Case("an include of a folder", "include \"..\"", Code.THRIFT_INCLUDE_MISSING),
                        new Case("an include of itself", "include \"x.thrift\"", Code.THRIFT_INCLUDE_CYCLE),
                        new Case("a namespace that leaves the folder", "namespace java \"..\\\\..etc.passwd\""),
                        new Case("a quoted namespace", "namespace java \"../../x\\n*/;\" struct A {}"),
                        new Case("a chain of typedefs", chain("typedef %2$s %1$s\n", 20_000) + "typedef i32 t0"),
                        new Case("a chain of lists", chain("typedef list<%2$s> %1$s\n", 20_000) + "typedef i32 t0"),
                        new Case(
                                "a chain of structs",
                                chain("struct %1$s { 1: required %2$s a }\n", 20_000) + "struct t0 {}"),
                        new Case(
                                "a chain of services",
                                "service t0 {}\n" + chain("service %1$s extends %2$s {}\n", 20_000)),
                        new Case(
                                "a chain of constants",
                                "const i32 t0 = 1\n" + chain("const i32 %1$s = %2$s\n", 20_000)),
                        new Case(
                                "maps of maps",
                                "typedef i32 t0\n" + chain("typedef map<%2$s, %2$s> %1$s\n", 60)
                                        + "const t60 A = {}\nconst t60 B = A"))
                .map(each -> DynamicTest.dynamicTest(each.name, () -> check(each)));
    }

    private void check(Case each) throws IOException {
        Path file = Files.createTempDirectory(folder, "case").resolve("x.thrift");
        Files.writeString(file, each.text.replaceAll("[\uD800-\uDFFF]", "?"));
        if (each.name.equals("half a pair")) {
            Files.write(file, each.text.getBytes(StandardCharsets.UTF_16));
        }
        ThriftImport result = run(file);
        List<Code> expected = Stream.of(each.codes).sorted().toList();
        List<Code> codes = result.diagnostics().stream()
                .map(Diagnostic::code)
                .filter(code -> code != Code.THRIFT_RENAMED)
                .distinct()
                .sorted()
                .toList();
        assertEquals(expected.stream().filter(codes::contains).toList(), codes);
        assertEquals(expected.isEmpty(), codes.isEmpty());
    }

    private static ThriftImport run(Path... files) {
        ThriftImport result =
                assertTimeoutPreemptively(HANG, () -> ThriftImporter.importFiles(List.of(files), List.of()));
        assertTrue(result.hasErrors() != !result.contracts().isEmpty());
        ImportChecks.readable(result);
        for (ImportedContract each : result.contracts()) {
            assertTrue(each.path().matches("([a-z][a-z0-9_]*/)+[A-Za-z][A-Za-z0-9_]*(-[0-9]+)?\\.rpcidl"), each.path());
        }
        return result;
    }

    private static String nested(int depth) {
        return "list<".repeat(depth) + "i8" + ">".repeat(depth);
    }

    private static String chain(String line, int length) {
        StringBuilder out = new StringBuilder();
        for (int i = 1; i <= length; i++) {
            out.append(String.format(Locale.ROOT, line, "t" + i, "t" + (i - 1)));
        }
        return out.toString();
    }

    @Test
    void chainsOfIncludesHaveALimit() throws IOException {
        for (int i = 0; i < 150; i++) {
            Files.writeString(
                    folder.resolve("f" + i + ".thrift"), "include \"f" + (i + 1) + ".thrift\"\nstruct S" + i + " {}");
        }
        ThriftImport result = run(folder.resolve("f0.thrift"));
        assertEquals(
                "more than 100 files include each other in a row",
                result.diagnostics().get(0).message());
        assertEquals(1, result.diagnostics().size());
    }

    @Test
    void filesHaveALimit() throws IOException {
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < 1_000; i++) {
            Files.writeString(folder.resolve("f" + i + ".thrift"), "struct S" + i + " {}");
            all.append("include \"f").append(i).append(".thrift\"\n");
        }
        Path main = Files.writeString(folder.resolve("main.thrift"), all);
        List<String> messages =
                run(main).diagnostics().stream().map(Diagnostic::message).toList();
        assertEquals(List.of("there are more than 1000 files with those included"), messages);
    }

    @Test
    void whatCannotBeReadIsADiagnostic() throws IOException {
        Path large = Files.write(folder.resolve("large.thrift"), new byte[8 * 1024 * 1024 + 1]);
        Path missing = folder.resolve("missing.thrift");
        List<Code> codes = run(large, missing, folder).diagnostics().stream()
                .map(Diagnostic::code)
                .sorted()
                .toList();
        assertEquals(List.of(Code.UNREADABLE_FILE, Code.UNREADABLE_FILE, Code.FILE_TOO_LARGE), codes);
    }

    @Test
    void outputDoesNotDependOnOrderLocaleOrLineEnds() throws IOException {
        Path main = FIXTURES.resolve("includes").resolve("main.thrift");
        Path shared = FIXTURES.resolve("includes").resolve("shared.thrift");
        ThriftImport expected = run(main, shared);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertEquals(expected, run(shared, main));
        } finally {
            Locale.setDefault(before);
        }
        for (String name : List.of("everything", "comments", "names")) {
            String text = Files.readString(FIXTURES.resolve(name + ".thrift"));
            List<ImportedContract> unix = contracts("unix", name, text);
            assertEquals(unix, contracts("windows", name, text.replace("\n", "\r\n")));
            assertEquals(unix, contracts("mac", name, text.replace("\n", "\r")));
        }
    }

    private List<ImportedContract> contracts(String system, String name, String text) throws IOException {
        Path place = Files.createDirectories(folder.resolve(system)).resolve(name + ".thrift");
        return run(Files.writeString(place, text)).contracts();
    }

    @Test
    void mutantsAreAnswered() throws IOException {
        long seed = 20_240_917L;
        Random random = new Random(seed);
        List<String> texts = new ArrayList<>();
        for (Path each : ThriftFixtureTest.fixtures()) {
            if (Files.isRegularFile(each)) {
                texts.add(Files.readString(each));
            }
        }
        int refused = 0;
        int runs = 1_500;
        for (int i = 0; i < runs; i++) {
            Path file = folder.resolve("mutant.thrift");
            String text = mutant(texts.get(random.nextInt(texts.size())), random);
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            ThriftImport result = run(file);
            ImportChecks.contracts(result);
            refused += result.hasErrors() ? 1 : 0;
            result.diagnostics().forEach(each -> assertFalse(each.toString().contains("\n")));
        }
        System.out.println("imported " + runs + " mutants with seed " + seed + ", " + refused + " refused");
        assertTrue(refused > runs / 4 && refused < runs);
    }

    /** Deletes, doubles or swaps words, or puts in something that is special somewhere. */
    private static String mutant(String text, Random random) {
        List<String> words = new ArrayList<>(List.of(text.split("(?<=\\W)|(?=\\W)")));
        List<String> special =
                List.of("{", "}", "*/", "/*", "\"", "'", "<", ">", "required", "\u202E", "\0", "é", "//", ";");
        for (int i = random.nextInt(3); i >= 0; i--) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(4)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(at));
                case 2 -> Collections.swap(words, at, random.nextInt(words.size()));
                default -> words.add(at, special.get(random.nextInt(special.size())));
            }
        }
        return String.join("", words);
    }
}
