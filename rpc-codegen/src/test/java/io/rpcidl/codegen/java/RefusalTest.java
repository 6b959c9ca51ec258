package io.rpcidl.codegen.java;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.codegen.Contracts;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Golden;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language takes and Java does not: contracts and what is said of them, for each code. */
class RefusalTest {

    private static final Path FIXTURES = Path.of("src", "test", "fixtures");

    static List<Path> fixtures() {
        try (Stream<Path> children = Files.list(FIXTURES)) {
            return children.filter(each -> !each.toString().endsWith(".errors"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void saysWhatJavaDoesNotTake(Path fixture) {
        String name = fixture.getFileName().toString().replace(".rpcidl", "");
        Generation generation = Contracts.generate(Contracts.below(fixture));
        if (name.startsWith("good-")) {
            assertEquals(List.of(), generation.refusals());
            return;
        }
        assertEquals(List.of(), generation.files());
        String code = name.substring(0, "RI0000".length());
        for (Diagnostic refusal : generation.refusals()) {
            assertEquals(code, refusal.code().id());
        }
        String rendered = DiagnosticRenderer.renderAll(generation.refusals())
                .replace(FIXTURES.toString().replace('\\', '/') + "/", "");
        Golden.check(FIXTURES.resolve(name + ".errors"), rendered);
    }

    @Test
    void everyCodeHasAGoodAndABadFixture() {
        List<String> names =
                fixtures().stream().map(each -> each.getFileName().toString()).toList();
        for (Code code : Arrays.stream(Code.values())
                .filter(each -> each.id().startsWith("RI4"))
                .toList()) {
            assertTrue(names.stream().anyMatch(name -> name.startsWith(code.id())), "a bad fixture of " + code);
            assertTrue(names.stream().anyMatch(name -> name.startsWith("good-" + code.id())), "a good one of " + code);
        }
    }

    @Test
    void textsHaveALimit() {
        String contract = "package a;\nstruct S { f: list<string> = [\"" + "x".repeat(65_536) + "\"]; }";
        assertEquals(
                "[contract.rpcidl:2:12: error[RI4002]: the default of 'f' has a longer text than Java takes: at most"
                        + " 65535 bytes]",
                Contracts.generate(contract).refusals().toString());
    }

    @Test
    void allRefusalsAreReportedInOrderOfPlace() {
        List<SourceFile> contracts = List.of(
                new SourceFile("b.rpcidl", "package b;\nstruct java {}\nstruct org {}\n"),
                new SourceFile("a.rpcidl", "package z;\nstruct io {}\n"));
        Generation generation = Contracts.generate(contracts);
        assertEquals(
                List.of("a.rpcidl:2", "b.rpcidl:2", "b.rpcidl:3"),
                generation.refusals().stream()
                        .map(each -> each.span().file().name() + ":"
                                + each.span().startPosition().line())
                        .toList());
        assertEquals(List.<GeneratedFile>of(), generation.files());
    }
}
