package io.rpcidl.cli.generated;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Compiles files with the compiler of any JDK, in a process of its own.
 *
 * @param jdk its home
 */
record JavacProcess(Path jdk) {

    private static final String OTHER_JDK = "JAVA25_HOME";

    static JavacProcess ofThisJdk() {
        return new JavacProcess(Path.of(System.getProperty("java.home")));
    }

    /** Returns that of the second JDK; where there is none the test is skipped, or fails if {@code CI} is set. */
    static JavacProcess ofTheOtherJdk() {
        String home = System.getenv(OTHER_JDK);
        if (home == null) {
            String message = "no second JDK: " + OTHER_JDK + " names it";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        return new JavacProcess(Path.of(home));
    }

    /** Returns what the compiler says of the sources in a folder: nothing, unless there is a warning or an error. */
    String compile(Path sources, Path classes, String... options) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(jdk.resolve("bin/javac").toString(), "-J-XX:TieredStopAtLevel=1"));
        command.add("-J-Duser.language=en");
        command.addAll(List.of(options));
        command.addAll(Javac.WARNINGS);
        command.addAll(List.of("-d", classes.toString(), "-classpath", Javac.CLASS_PATH));
        command.add("@" + list(sources, Files.createDirectories(classes).resolve("sources.txt")));
        Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
        javac.getOutputStream().close();
        String output = new String(javac.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = javac.onExit().join().exitValue();
        return code == 0 ? output : code + ": " + output;
    }

    private static Path list(Path sources, Path list) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return Files.write(
                    list,
                    files.map(Path::toString)
                            .filter(each -> each.endsWith(".java"))
                            .toList());
        }
    }
}
