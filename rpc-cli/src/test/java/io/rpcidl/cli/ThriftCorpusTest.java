package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Contracts of other people's systems all the way, as a user would take them: imported, checked, formatted, generated to
 * Java, and compiled without a warning by the JDK that runs the test, for its own version and, if it is newer, for 21. No
 * hand touches anything in between.
 */
class ThriftCorpusTest {

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> everyThriftFileBecomesJavaThatCompiles() throws IOException {
        Map<String, List<Path>> runs = ThriftCorpus.runs();
        long files = runs.values().stream().mapToLong(List::size).sum();
        System.out.println("Thrift corpus: " + files + " files in " + runs.size() + " runs");
        assertTrue(files > 0);
        return runs.entrySet().stream()
                .map(run -> DynamicTest.dynamicTest(run.getKey(), () -> check(run.getKey(), run.getValue())));
    }

    private void check(String name, List<Path> files) throws IOException {
        Session session = new Session(folder.resolve(name));
        List<String> imports = new ArrayList<>(List.of("import", "thrift", "--out", "./contracts"));
        files.forEach(file -> imports.add(file.toString()));
        Session.Result imported = session.run(imports.toArray(new String[0]));
        assertEquals(0, imported.code(), imported.out());
        assertEquals(new Session.Result(0, "", ""), session.run("check", "./contracts"));
        assertEquals(new Session.Result(0, "", ""), session.run("format", "--check", "./contracts"));
        assertEquals(
                0,
                session.run("generate", "java", "--out", "./java", "./contracts")
                        .code());
        List<Path> java = sources(session.path("java"));
        compile(java, session.path("classes"), List.of());
        if (Runtime.version().feature() > 21) {
            compile(java, session.path("classes-21"), List.of("--release", "21"));
        }
        long lines = 0;
        for (Path each : java) {
            lines += Files.readAllLines(each).size();
        }
        System.out.println(name + ": " + files.size() + " Thrift files, " + java.size() + " Java files, " + lines
                + " lines, compiled on " + Runtime.version().feature());
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(each -> each.toString().endsWith(".java")).toList();
        }
    }

    private static void compile(List<Path> java, Path classes, List<String> release) throws IOException {
        Files.createDirectories(classes);
        List<String> options = new ArrayList<>(release);
        options.addAll(List.of("-Xlint:all", "-Xdoclint:all,-missing", "-Werror", "-proc:none"));
        options.addAll(List.of("-d", classes.toString(), "-classpath", System.getProperty("java.class.path")));
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            boolean compiled = javac.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(java))
                    .call();
            assertTrue(compiled, messages.toString());
        }
    }
}
