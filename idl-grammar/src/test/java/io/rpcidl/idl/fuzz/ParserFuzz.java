package io.rpcidl.idl.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.parser.IdlParser;
import io.rpcidl.idl.source.SourceFile;
import java.nio.charset.StandardCharsets;

/**
 * For any text whatsoever the parser answers with a tree, damaged exactly if there are errors; every diagnostic stands within
 * the text and can be printed. Not run by the build, which has {@link FuzzRegressionTest}, but by {@code .ci/fuzz}.
 */
class ParserFuzz {

    /** Printing takes longer than parsing. */
    private static final int PRINTED = 3;

    @FuzzTest(maxDuration = "10m")
    void fuzz(byte[] bytes) {
        check(new String(bytes, StandardCharsets.UTF_8));
    }

    static void check(String text) {
        DiagnosticSink sink = new DiagnosticSink();
        SourceUnit unit = IdlParser.parse(new SourceFile("fuzz.rpcidl", text), sink);
        if (unit.damaged() && !sink.hasErrors()) {
            throw new AssertionError("damaged without an error");
        }
        for (Diagnostic each : sink.sorted()) {
            if (each.span().end() > text.length() || each.message().isBlank()) {
                throw new AssertionError("a diagnostic without a place or a message: " + each);
            }
        }
        sink.sorted().stream().limit(PRINTED).forEach(DiagnosticRenderer::render);
    }
}
