package io.rpcidl.cli.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.codegen.OutputDirectory;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All golden and all hostile contracts become Java of which no compiler that users have says anything. */
class WarningsTest {

    private static final List<Path> CONTRACTS = List.of(
            Path.of("../rpc-codegen/src/test/golden"),
            Path.of("../rpc-runtime/src/test/rpcidl"),
            Path.of("../extensions/jackson/src/test/rpcidl"));

    @TempDir
    Path folder;

    @BeforeEach
    void generate() throws IOException {
        Compilation compilation = Compiler.compileRoots(CONTRACTS);
        OutputDirectory.Changes written = new OutputDirectory(folder.resolve("java"))
                .write(Contract.of(compilation).generate().files());
        assertTrue(written.written() > 300, written.toString());
    }

    @Test
    void onThisJdk() throws IOException {
        assertEquals("", warnings(JavacProcess.ofThisJdk()));
    }

    @Test
    void onTheOtherJdk() throws IOException {
        assertEquals("", warnings(JavacProcess.ofTheOtherJdk()));
    }

    @Test
    void onTheOtherJdkForJava21() throws IOException {
        assertEquals("", warnings(JavacProcess.ofTheOtherJdk(), "--release", "21"));
    }

    private String warnings(JavacProcess javac, String... options) throws IOException {
        return javac.compile(folder.resolve("java"), folder.resolve("classes"), options);
    }
}
