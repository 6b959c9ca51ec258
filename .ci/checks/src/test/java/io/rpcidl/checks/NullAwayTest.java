package io.rpcidl.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** NullAway in its JSpecify mode: it finds nothing in generated Java, and in users' code what is wrong and no more. */
class NullAwayTest {

    /** Its JSpecify mode needs a compiler that keeps annotations of types in class files: of JDK 22 or newer. */
    private static final int OLDEST_JDK = 22;

    @TempDir
    static Path goldens;

    @TempDir
    Path classes;

    @BeforeAll
    static void compile() throws IOException {
        Tool.compileGoldens(goldens);
    }

    @Test
    void findsNothingInGeneratedJava() throws IOException {
        assertEquals("", nullAway(Tool.goldens()));
    }

    @Test
    void findsNothingInCodeThatKnowsWhatMayBeNull() throws IOException {
        assertEquals("", nullAway(List.of(Tool.USERS.resolve("Good.java").toString())));
    }

    @Test
    void findsWhatIsOverlooked() throws IOException {
        String output = nullAway(List.of(Tool.USERS.resolve("Bad.java").toString()));
        assertEquals(Tool.marked("Bad.java"), Tool.found("Bad.java", output), output);
    }

    private String nullAway(List<String> sources) throws IOException {
        String path = Tool.classPath();
        List<String> command =
                new ArrayList<>(List.of(compiler().resolve("bin/javac").toString()));
        Stream.of("api", "code", "comp", "file", "main", "model", "parser", "processing", "tree", "util")
                .map(each -> "-J--add-exports=jdk.compiler/com.sun.tools.javac." + each + "=ALL-UNNAMED")
                .forEach(command::add);
        Stream.of("code", "comp")
                .map(each -> "-J--add-opens=jdk.compiler/com.sun.tools.javac." + each + "=ALL-UNNAMED")
                .forEach(command::add);
        command.addAll(List.of("-XDcompilePolicy=simple", "--should-stop=ifError=FLOW", "-processorpath", path));
        command.add("-Xplugin:ErrorProne -XepDisableAllChecks -Xep:NullAway:ERROR -XepOpt:NullAway:OnlyNullMarked=true"
                + " -XepOpt:NullAway:JSpecifyMode=true");
        command.addAll(List.of("-Xmaxerrs", "1000", "-d", classes.toString()));
        command.addAll(List.of("-classpath", goldens + File.pathSeparator + path));
        command.addAll(sources);
        // what a newer JDK says of a library within the plugin
        return Tool.run(command)
                .lines()
                .filter(each -> !each.startsWith("WARNING: "))
                .collect(Collectors.joining("\n"));
    }

    private static Path compiler() {
        if (Runtime.version().feature() >= OLDEST_JDK) {
            return Path.of(System.getProperty("java.home"));
        }
        String home = System.getenv("JAVA25_HOME");
        if (home == null) {
            String message = "no second JDK: JAVA25_HOME names it";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        return Path.of(home);
    }
}
