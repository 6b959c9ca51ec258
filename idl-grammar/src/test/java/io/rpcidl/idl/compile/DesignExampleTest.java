package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.Fixtures;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The file that uses every construct of the language compiles. */
class DesignExampleTest {

    @Test
    void compiles() {
        Compilation compilation = Compiler.compile(Fixtures.folder("whole-language"));
        assertEquals(List.of(), compilation.diagnostics());
    }
}
