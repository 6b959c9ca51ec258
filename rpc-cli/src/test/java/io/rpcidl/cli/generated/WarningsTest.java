package io.rpcidl.cli.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.rpcidl.codegen.OutputDirectory;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** All golden and all hostile contracts become Java of which no compiler that users have says anything. */
class WarningsTest {

    private static final List<Path> CONTRACTS = List.of(
            Path.of("../rpc-codegen/src/test/golden"),
            Path.of("../rpc-runtime/src/test/rpcidl"),
            Path.of("../extensions/jackson/src/test/rpcidl"));

    private static final String OTHER_JDK = "JAVA25_HOME";

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
        assertEquals("", warnings(Path.of(System.getProperty("java.home"))));
    }

    @Test
    void onTheOtherJdk() throws IOException {
        assertEquals("", warnings(otherJdk()));
    }

    @Test
    void onTheOtherJdkForJava21() throws IOException {
        assertEquals("", warnings(otherJdk(), "--release", "21"));
    }

    private String warnings(Path jdk, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(jdk.resolve("bin/javac").toString(), "-J-XX:TieredStopAtLevel=1"));
        command.addAll(List.of(options));
        command.addAll(Javac.WARNINGS);
        command.addAll(List.of("-d", folder.resolve("classes").toString(), "-classpath", Javac.CLASS_PATH));
        command.add("@" + sources());
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        javac.getOutputStream().close();
        String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = javac.onExit().join().exitValue();
        return code == 0 ? output : code + ": " + output;
    }

    /** Returns a file that lists all sources. */
    private Path sources() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("java"))) {
            return Files.write(
                    folder.resolve("sources.txt"),
                    files.map(Path::toString)
                            .filter(each -> each.endsWith(".java"))
                            .toList());
        }
    }

    private static Path otherJdk() {
        String home = System.getenv(OTHER_JDK);
        if (home == null) {
            String message = "no second JDK: " + OTHER_JDK + " names it";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        return Path.of(home);
    }
}
