package io.rpcidl.idl.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * For any text whatsoever the compiler answers: with a schema or with errors, never both, never neither; every diagnostic
 * stands within the text and can be printed. Not run by the build, which has {@link FuzzRegressionTest}, but by
 * {@code .ci/fuzz}.
 */
class CompilerFuzz {

    @FuzzTest(maxDuration = "10m")
    void fuzz(byte[] bytes) {
        check(new String(bytes, StandardCharsets.UTF_8));
    }

    static void check(String text) {
        SourceFile file = new SourceFile("fuzz.rpcidl", text);
        Compilation compilation = Compiler.compile(List.of(file));
        boolean errors = compilation.diagnostics().stream().anyMatch(Diagnostic::isError);
        if (errors == compilation.schema().isPresent()) {
            throw new AssertionError("a schema and errors at once, or neither");
        }
        for (Diagnostic each : compilation.diagnostics()) {
            if (each.span().end() > file.text().length() || each.message().isBlank()) {
                throw new AssertionError("a diagnostic without a place or a message: " + each);
            }
            DiagnosticRenderer.render(each);
        }
    }
}
