package io.rpcidl.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kotlin takes from generated Java what may be null and what may not, as errors and without options. */
class KotlinTest {

    @TempDir
    static Path goldens;

    @TempDir
    Path classes;

    @BeforeAll
    static void compile() throws IOException {
        Tool.compileGoldens(goldens);
    }

    @Test
    void takesCodeThatKnowsWhatMayBeNull() throws IOException {
        assertEquals("", kotlin("Good.kt"));
    }

    @Test
    void refusesWhatIsOverlooked() throws IOException {
        String output = kotlin("Bad.kt");
        assertEquals(Tool.marked("Bad.kt"), Tool.found("Bad.kt", output), output);
    }

    private String kotlin(String file) throws IOException {
        String path = Tool.classPath();
        return Tool.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-classpath",
                path,
                "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler",
                "-no-stdlib",
                "-no-reflect",
                "-classpath",
                goldens + File.pathSeparator + path,
                "-d",
                classes.toString(),
                Tool.USERS.resolve(file).toString()));
    }
}
