package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.source.SourceFile;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever a file holds, the answer is diagnostics with places, within bounded time. */
class HostileInputTest {

    private static final Pattern TOKEN = Pattern.compile("\"[^\"\\n]*\"|[A-Za-z0-9_]+|\\S");
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @ParameterizedTest
    @ValueSource(strings = {"list<", "{", "[", "(", "@x(", "map<string, ", "{a: ", "[[", "struct A {", "f: list<"})
    void refusesDeepNesting(String opening) {
        for (String prefix :
                List.of("package a;\n", "package a;\nstruct A { a: ", "package a;\nstruct A { a: any = ")) {
            Compilation compilation = compile(prefix + opening.repeat(100_000));
            assertEquals(
                    List.of(Code.TOO_DEEP),
                    compilation.diagnostics().stream().map(Diagnostic::code).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?", "a.", "a: b; ", "@x ", "struct ", "/** x */ ", "}", ";", "closed ", "stream ", "throws "})
    void endsWithLongRepetitions(String part) {
        for (String prefix : List.of("package a;\n", "package a;\nstruct A { a: b", "package a;\nservice A { a(): ")) {
            compile(prefix + part.repeat(20_000));
        }
    }

    @Test
    void survivesEveryDeletedOrReplacedToken() {
        List<SourceFile> files = new ArrayList<>(Fixtures.files());
        files.addAll(Fixtures.folder("whole-language"));
        Random random = new Random(42);
        assertTimeoutPreemptively(LIMIT, () -> {
            for (SourceFile file : files) {
                for (int i = 0; i < 25; i++) {
                    check(Compiler.compile(List.of(new SourceFile(file.name(), mutated(file.text(), random)))));
                }
            }
        });
    }

    @Test
    void survivesACutAtEveryPlace() {
        String text = Fixtures.folder("whole-language").get(1).text();
        assertTimeoutPreemptively(LIMIT, () -> {
            for (int end = 0; end < text.length(); end += 3) {
                check(compile(text.substring(0, end)));
            }
        });
    }

    @Test
    void followsLongChainsOfTypesAndImports() {
        String types = IntStream.range(0, 20_000)
                .mapToObj(i -> "struct T" + i + " { next: T" + (i + 1) % 20_000 + "; }")
                .collect(Collectors.joining("\n"));
        assertEquals(1, compile("package a;\n" + types).diagnostics().size());
        List<SourceFile> files = IntStream.range(0, 5_000)
                .mapToObj(i -> new SourceFile(
                        "f" + i, "package p" + i + "; import p" + (i + 1) % 5_000 + ".{T}; struct S { t: T?; }"))
                .toList();
        assertTrue(
                assertTimeoutPreemptively(LIMIT, () -> Compiler.compile(files)).hasErrors());
    }

    /** Each line depends on the one before it, in an order that makes a naive linker recurse. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alias T%2$d = T%1$d;|alias T0 = string;",
                "alias T%2$d = list<T%1$d>;|alias T0 = string;",
                "newtype T%2$d: T%1$d;|newtype T0: string;",
                "newtype T%2$d: list<T%1$d>;|newtype T0: string;",
                "union T%2$d { a: T%1$d; }|union T0 { a: T%1$d; }",
                "const T%2$d: int32 = T%1$d;|const T0: int32 = T%1$d;",
                "const T%2$d: int32 = T%1$d;|const T0: int32 = 1;",
                "const T%2$d: S = {s: [T%1$d, T%1$d]};|const T0: S = {s: []}; struct S { s: list<S>; }",
                "struct T%2$d { a: T%1$d = {}; b: T%1$d = {}; }|struct T0 { c: int32 = 1; }",
                "struct T%2$d { a: T%1$d = {}; }|struct T0 { c: T%1$d = {}; }",
                "service T%2$d extends T%1$d { m%2$d(); }|service T0 {}",
                "service T%2$d extends T%1$d {}|service T0 extends T%1$d {}",
                "service T%2$d extends T0 { m(); }|service T0 { %2$s }"
            })
    void followsChainsOfAnyLength(String pattern) {
        int length = 10_000;
        String line = pattern.substring(0, pattern.indexOf('|'));
        String methods = IntStream.range(0, 900).mapToObj(i -> "a" + i + "();").collect(Collectors.joining(" "));
        String first = String.format(Locale.ROOT, pattern.substring(line.length() + 1), length, methods);
        String text = IntStream.range(0, length)
                .mapToObj(i -> length - 1 - i)
                .map(i -> String.format(Locale.ROOT, line, i, i + 1))
                .collect(Collectors.joining("\n"));
        Compilation compilation = compile("package a;\n" + text + first);
        compilation
                .schema()
                .ifPresent(schema -> schema.packages().get(0).services().forEach(schema::methods));
        assertTrue(compilation.diagnostics().size() <= 101);
    }

    @Test
    void keepsAtMostAHundredDiagnosticsOfAFile() {
        List<Diagnostic> diagnostics = compile("package a;\n" + "#".repeat(500)).diagnostics();
        assertEquals(101, diagnostics.size());
        assertEquals(
                "x.rpcidl:2:101: error[RI0005]: more than 100 errors in this file; the rest is left out",
                DiagnosticRenderer.renderLine(diagnostics.get(100)));
    }

    @Test
    void looksForSuggestionsOnlyAsLongAsTheyArePrinted() {
        String types = IntStream.range(0, 40_000)
                .mapToObj(i -> "struct Abcdefghijk" + i + " { a: Abcdefghijx" + i + "; }\n")
                .collect(Collectors.joining());
        assertEquals(101, compile("package a;\n" + types).diagnostics().size());
    }

    @Test
    void manyWarningsHideNoErrorAndAreNone() {
        String imports =
                IntStream.range(0, 150).mapToObj(i -> "import b as b" + i + ";").collect(Collectors.joining());
        SourceFile other = new SourceFile("b", "package b;");
        Compilation compilation = Compiler.compile(List.of(new SourceFile("a", "package a;" + imports), other));
        assertEquals(101, compilation.diagnostics().size());
        assertTrue(compilation.schema().isPresent());
    }

    @Test
    void refusesAFileWithTooManyWords() {
        Compilation compilation = compile("package a;\n" + ";".repeat(1_000_001));
        assertEquals(
                "x.rpcidl:2:999998: error[RI0022]: the file has more than 1000000 words",
                DiagnosticRenderer.renderLine(compilation.diagnostics().get(0)));
        assertEquals(1, compilation.diagnostics().size());
    }

    private static String mutated(String text, Random random) {
        List<int[]> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(text);
        while (matcher.find()) {
            tokens.add(new int[] {matcher.start(), matcher.end()});
        }
        if (tokens.isEmpty()) {
            return text;
        }
        int[] token = tokens.get(random.nextInt(tokens.size()));
        int[] other = tokens.get(random.nextInt(tokens.size()));
        String replacement = switch (random.nextInt(3)) {
            case 0 -> "";
            case 1 -> text.substring(other[0], other[1]);
            default -> text.substring(token[0], token[1]) + " " + text.substring(other[0], other[1]);
        };
        return text.substring(0, token[0]) + replacement + text.substring(token[1]);
    }

    private static Compilation compile(String text) {
        return assertTimeoutPreemptively(LIMIT, () -> {
            Compilation compilation = Compiler.compile(List.of(new SourceFile("x.rpcidl", text)));
            check(compilation);
            return compilation;
        });
    }

    /** No word of ANTLR's may get out, and every diagnostic can be printed. */
    private static void check(Compilation compilation) {
        for (Diagnostic each : compilation.diagnostics()) {
            String text = DiagnosticRenderer.render(each);
            assertTrue(text.contains("-->"), text);
            boolean raw = each.message().matches("(?s).*(no viable|mismatched|extraneous|missing '|<missing).*");
            assertTrue(!raw, each.message());
        }
    }
}
