package io.rpcidl.idl.compat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Large contracts, and chains as long as an author likes, take time that grows with their size and no stack. */
class BreakingScaleTest {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int MANY = 5_000;

    @Test
    void followsARenameThroughALongChainOfTypes() {
        Schema before = chain("Old");
        Schema after = chain("New");
        assertTimeoutPreemptively(LIMIT, () -> {
            var findings = BreakingChanges.between(before, after);
            assertEquals(DiagnosticSink.LIMIT + 1, findings.size());
            assertEquals(Code.TYPE_RENAMED, findings.get(0).code());
        });
    }

    /** Only the first type is reached by name; each further one because the one before refers to it. */
    private static Schema chain(String prefix) {
        return compile("struct Start { next: " + prefix + "0?; }\n"
                + lines(i -> "struct " + prefix + i + " { next: " + prefix + (i + 1) + "?; }")
                + "struct " + prefix + MANY + " {}");
    }

    @Test
    void comparesManyFieldsOfOneType() {
        Schema before = compile("struct Wide {\n" + lines(i -> "f" + i + ": string?;") + "}");
        Schema after = compile("struct Wide {\n" + lines(i -> "g" + i + ": string? @wire(\"f" + i + "\");") + "}");
        Schema gone = compile("struct Wide { reserved " + lines(i -> (i == 0 ? "" : ",") + "\"f" + i + "\"") + "; }");
        assertTimeoutPreemptively(LIMIT, () -> {
            assertEquals(
                    DiagnosticSink.LIMIT + 1,
                    BreakingChanges.between(before, after).size());
            assertEquals(
                    DiagnosticSink.LIMIT + 1,
                    BreakingChanges.between(before, gone).size());
            assertEquals(
                    DiagnosticSink.LIMIT + 1,
                    BreakingChanges.between(gone, before).size());
        });
    }

    @Test
    void comparesServicesThatInheritALot() {
        String chain = IntStream.range(1, 60)
                .mapToObj(i -> "service S" + i + " extends S" + (i - 1) + " {}\n")
                .collect(Collectors.joining());
        Schema before = compile("service S0 { a(); b(); }\n" + chain);
        Schema after = compile("service S0 { a(); }\n" + chain);
        assertTimeoutPreemptively(
                LIMIT,
                () -> assertEquals(
                        List.of(Code.METHOD_REMOVED),
                        BreakingChanges.between(before, after).stream()
                                .map(each -> each.code())
                                .toList()));
    }

    private static String lines(IntFunction<String> line) {
        return IntStream.range(0, MANY).mapToObj(i -> line.apply(i) + "\n").collect(Collectors.joining());
    }

    private static Schema compile(String text) {
        Compilation compilation = Compiler.compile(List.of(new SourceFile("shop.rpcidl", "package shop.v1;\n" + text)));
        return compilation.schema().orElseThrow(() -> new AssertionError(compilation.diagnostics()));
    }
}
