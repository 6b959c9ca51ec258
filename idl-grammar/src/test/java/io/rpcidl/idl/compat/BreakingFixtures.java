package io.rpcidl.idl.compat;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Pairs of contracts among the test resources, each a folder with an {@code old} one and a {@code new} one. */
final class BreakingFixtures {

    static final Path FOLDER = Fixtures.RESOURCES.resolve("breaking");

    private BreakingFixtures() {}

    static List<Path> all() {
        return folders().toList();
    }

    private static Stream<Path> folders() {
        try (Stream<Path> children = Files.list(FOLDER)) {
            return children.sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<String> names() {
        return folders().map(each -> each.getFileName().toString()).toList();
    }

    static boolean isGood(String name) {
        return name.endsWith(".good") || name.startsWith("ok-");
    }

    /** Returns the codes of breaking changes. */
    static List<Code> codes() {
        return Arrays.stream(Code.values())
                .filter(each -> each.id().startsWith("RI2"))
                .toList();
    }

    static List<Diagnostic> findings(Path fixture) {
        return BreakingChanges.between(schema(fixture.resolve("old")), schema(fixture.resolve("new")));
    }

    static Schema schema(Path folder) {
        Compilation compilation = Compiler.compileRoots(List.of(folder));
        return compilation.schema().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }
}
