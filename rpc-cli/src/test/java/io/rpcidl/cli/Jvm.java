package io.rpcidl.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command in a JVM of its own, in some folder. */
record Jvm(Path home, List<String> options) {

    /** What a run printed on both channels, and its exit code. */
    record Result(int code, String output) {}

    /** Returns the JVM that the test itself runs on. */
    static Jvm same(String... options) {
        return new Jvm(Path.of(System.getProperty("java.home")), List.of(options));
    }

    Result run(Path folder, List<String> arguments) throws IOException {
        Process process = start(folder, arguments);
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Result(process.onExit().join().exitValue(), output);
    }

    /** Starts the command; both of its channels are one. */
    Process start(Path folder, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(words());
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
    }

    /** Returns how a shell runs the command. */
    String command(List<String> arguments) {
        List<String> command = new ArrayList<>(words());
        command.addAll(arguments);
        return "'" + String.join("' '", command) + "'";
    }

    private List<String> words() {
        List<String> command = new ArrayList<>(List.of(
                home.resolve("bin/java").toString(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC")); // as bin/rpc does
        command.addAll(options);
        command.addAll(List.of("-cp", classPath(), Main.class.getName()));
        return command;
    }

    private static String classPath() {
        StringBuilder absolute = new StringBuilder();
        for (String each : System.getProperty("java.class.path").split(File.pathSeparator)) {
            absolute.append(Path.of(each).toAbsolutePath()).append(File.pathSeparator);
        }
        return absolute.toString();
    }
}
