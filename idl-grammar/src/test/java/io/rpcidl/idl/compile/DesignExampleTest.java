package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.Fixtures;
import io.rpcidl.idl.Golden;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The file that uses every construct of the language parses, and is refused for nothing but missing support. */
class DesignExampleTest {

    @Test
    void isRefusedOnlyForWhatIsNotSupportedYet() {
        Compilation compilation = Compiler.compile(Fixtures.folder("whole-language"));
        Set<Code> codes =
                compilation.diagnostics().stream().map(each -> each.code()).collect(Collectors.toSet());
        assertEquals(
                Set.of(Code.NOT_SUPPORTED),
                codes,
                () -> compilation.diagnostics().toString());
        Golden.check(
                Fixtures.RESOURCES.resolve("whole-language.errors"),
                compilation.diagnostics().stream()
                        .map(DiagnosticRenderer::renderLine)
                        .collect(Collectors.joining("\n", "", "\n")));
    }
}
