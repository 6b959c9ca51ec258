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
 * Java, and compiled without a warning by the JDK that runs the test. No hand touches anything in between.
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
        compile(session.path("java"), session.path("classes"), name, files.size());
    }

    private static void compile(Path sources, Path classes, String name, int files) throws IOException {
        Files.createDirectories(classes);
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (Stream<Path> found = Files.walk(sources);
                StandardJavaFileManager manager = javac.getStandardFileManager(null, null, null)) {
            List<Path> java =
                    found.filter(each -> each.toString().endsWith(".java")).toList();
            long lines = 0;
            for (Path each : java) {
                lines += Files.readAllLines(each).size();
            }
            List<String> options = List.of(
                    "-Xlint:all",
                    "-Werror",
                    "-proc:none",
                    "-d",
                    classes.toString(),
                    "-classpath",
                    System.getProperty("java.class.path"));
            boolean compiled = javac.getTask(
                            messages, manager, null, options, null, manager.getJavaFileObjectsFromPaths(java))
                    .call();
            assertTrue(compiled, messages.toString());
            System.out.println(name + ": " + files + " Thrift files, " + java.size() + " Java files, " + lines
                    + " lines, compiled on " + Runtime.version().feature());
        }
    }
}
