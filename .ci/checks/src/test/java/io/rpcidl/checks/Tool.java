package io.rpcidl.checks;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Runs compilers as processes of their own, and reads what they say. */
final class Tool {

    static final Path USERS = Path.of("src", "test", "users");

    private static final Path GOLDENS = Path.of("..", "..", "rpc-codegen", "src", "test", "golden");

    private Tool() {}

    /** Runs a command and returns all that it prints. */
    static String run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.onExit().join().exitValue();
        return code == 0 || !output.isEmpty() ? output : "exit code " + code;
    }

    /** Returns the class path of the test, but for what is not there: some compilers say so. */
    static String classPath() {
        return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> Files.exists(Path.of(each)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** Compiles the goldens' Java, without any check. */
    static void compileGoldens(Path classes) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "javac").toString(),
                "-nowarn",
                "-d",
                classes.toString()));
        command.addAll(List.of("-classpath", classPath()));
        command.addAll(goldens());
        String output = run(command);
        if (!output.isEmpty()) {
            throw new AssertionError(output);
        }
    }

    /** Returns the sources of all goldens. */
    static List<String> goldens() throws IOException {
        try (Stream<Path> files = Files.walk(GOLDENS)) {
            return files.map(Path::toString)
                    .filter(each -> each.endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    /** Returns the lines of a user's file that a compiler finds wrong. */
    static TreeSet<Integer> found(String file, String output) {
        TreeSet<Integer> lines = new TreeSet<>();
        Pattern.compile("(?m)" + Pattern.quote(file) + ":(\\d+):(?:\\d+:)? error:")
                .matcher(output)
                .results()
                .forEach(each -> lines.add(Integer.parseInt(each.group(1))));
        return lines;
    }

    /** Returns the lines of a user's file that are marked as wrong. */
    static TreeSet<Integer> marked(String file) throws IOException {
        List<String> lines = Files.readAllLines(USERS.resolve(file));
        TreeSet<Integer> marked = new TreeSet<>();
        IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).endsWith("// wrong"))
                .forEach(i -> marked.add(i + 1));
        return marked;
    }
}
