package io.rpcidl.idl.lint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.Golden;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.source.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each rule has a fixture pair, a file or a folder each: {@code RI1010-slug} shows its findings, which {@code
 * RI1010-slug.errors} holds, and {@code RI1010-slug.good} has none of any rule.
 */
class LintFixtureTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "lint");
    private static final String GOOD = ".good";
    private static final String EXTENSION = ".rpcidl";

    static List<Path> bad() {
        return fixtures().filter(each -> !name(each).endsWith(GOOD)).toList();
    }

    static List<Path> good() {
        return fixtures().filter(each -> name(each).endsWith(GOOD)).toList();
    }

    private static Stream<Path> fixtures() {
        return Arrays.stream(FOLDER.toFile().listFiles())
                .filter(each -> each.isDirectory() || each.getName().endsWith(EXTENSION))
                .map(each -> FOLDER.resolve(each.getName()))
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("bad")
    void showsTheFindingsOfItsRule(Path fixture) {
        String code = name(fixture).substring(0, "RI0000".length());
        List<Diagnostic> findings = lint(fixture).stream()
                .filter(each -> each.code().id().equals(code))
                .toList();
        assertFalse(findings.isEmpty(), "nothing found");
        Golden.check(FOLDER.resolve(name(fixture) + ".errors"), DiagnosticRenderer.renderAll(findings));
    }

    @ParameterizedTest
    @MethodSource("good")
    void findsNothingInWhatIsGood(Path fixture) {
        assertEquals(List.of(), lint(fixture));
    }

    @Test
    void everyRuleHasACodeOfItsOwnAndEveryCodeARule() {
        List<Code> codes = Arrays.stream(Code.values()).filter(Code::isLint).toList();
        assertEquals(codes, LintRules.ALL.stream().map(LintRule::code).toList());
    }

    @Test
    void everyRuleHasItsPair() {
        List<String> bad = bad().stream().map(LintFixtureTest::name).toList();
        List<String> good = good().stream().map(LintFixtureTest::name).toList();
        assertEquals(bad.stream().map(each -> each + GOOD).toList(), good);
        for (LintRule rule : LintRules.ALL) {
            assertTrue(
                    bad.stream().anyMatch(each -> each.startsWith(rule.code() + "-")),
                    () -> "no fixture of " + rule.code());
        }
    }

    private static List<Diagnostic> lint(Path fixture) {
        Compilation compilation = Compiler.compile(sources(fixture));
        assertEquals(List.of(), compilation.diagnostics());
        return Linter.lint(compilation.schema().orElseThrow(), LintOptions.of(Tier.STRICT));
    }

    /** Files are named by their path below the fixture, so that a fixture of one file lies in no folder. */
    private static List<SourceFile> sources(Path fixture) {
        Path root = Files.isDirectory(fixture) ? fixture : FOLDER;
        return Loader.load(List.of(fixture)).sources().stream()
                .map(file -> new SourceFile(
                        root.relativize(Path.of(file.name())).toString().replace('\\', '/'), file.text()))
                .toList();
    }

    private static String name(Path fixture) {
        String name = fixture.getFileName().toString();
        return name.endsWith(EXTENSION) ? name.substring(0, name.length() - EXTENSION.length()) : name;
    }
}
