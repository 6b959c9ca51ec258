package io.rpcidl.cli.generated;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.compile.Compiler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What an error that is added to a method does to code that switches over the view of its errors. That takes the patterns
 * of Java 21, so the code stands beside that of {@link EvolutionTest}'s fixture, and is compiled by the second JDK.
 */
class ErrorSwitchTest {

    private static final Path FIXTURE = Path.of("src", "test", "evolution", "add-second-error");

    private final JavacProcess javac = JavacProcess.ofTheOtherJdk();

    @TempDir
    Path folder;

    @Test
    void aSwitchOverAllErrorsIsToldOfANewOne() throws IOException {
        assertEquals("", compile("old.rpcidl", "Exhaustive.java"));
        String told = compile("new.rpcidl", "Exhaustive.java");
        assertTrue(
                told.contains(
                        "Exhaustive.java:10: error: the switch expression does not cover all possible input values"),
                told);
        assertTrue(told.endsWith("\n1 error\n"), told);
    }

    @Test
    void aSwitchWithADefaultGoesOn() throws IOException {
        assertEquals("", compile("old.rpcidl", "WithDefault.java"));
        assertEquals("", compile("new.rpcidl", "WithDefault.java"));
    }

    private String compile(String contract, String user) throws IOException {
        Path sources = folder.resolve(contract);
        Map<String, String> generated = Contract.of(Compiler.compileRoots(List.of(FIXTURE.resolve(contract))))
                .sources();
        for (Map.Entry<String, String> source : generated.entrySet()) {
            write(sources.resolve(source.getKey()), source.getValue());
        }
        write(sources.resolve("user").resolve(user), Files.readString(FIXTURE.resolve(user)));
        return javac.compile(sources, folder.resolve("classes"), "--release", "21");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
