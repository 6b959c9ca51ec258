package io.rpcidl.idl.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.format.Formatter;
import io.rpcidl.idl.source.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * For any text whatsoever the formatter answers with errors, or with a text of the same words and comments (it checks that
 * itself, and throws) that is its own answer. Not run by the build, which has {@link FuzzRegressionTest}, but by
 * {@code .ci/fuzz}.
 */
class FormatterFuzz {

    @FuzzTest(maxDuration = "10m")
    void fuzz(byte[] bytes) {
        check(new String(bytes, StandardCharsets.UTF_8));
    }

    static void check(String text) {
        DiagnosticSink sink = new DiagnosticSink();
        Optional<String> once = Formatter.format(new SourceFile("fuzz.rpcidl", text), sink);
        if (once.isPresent() == sink.hasErrors()) {
            throw new AssertionError("a text and errors at once, or neither");
        }
        once.ifPresent(FormatterFuzz::requireOwnAnswer);
    }

    private static void requireOwnAnswer(String text) {
        DiagnosticSink sink = new DiagnosticSink();
        Optional<String> again = Formatter.format(new SourceFile("fuzz.rpcidl", text), sink);
        if (!again.equals(Optional.of(text))) {
            throw new AssertionError("formatted twice it differs:\n" + text + "\n--- is\n" + again + sink.sorted());
        }
    }
}
