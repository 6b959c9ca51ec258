package strangers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program that a test runs beside itself, and ends. */
final class Program implements AutoCloseable {

    private final Process process;
    private final BufferedReader output;

    private Program(List<String> command) throws IOException {
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Skips the test where a command is not installed; where {@code CI} is set, fails it. */
    static void require(String command) {
        try {
            new ProcessBuilder(command, "--version")
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException | InterruptedException e) {
            String message = command + " is not installed";
            if (System.getenv("CI") != null) {
                Assertions.fail(message);
            }
            System.err.println("skipped: " + message);
            Assumptions.abort(message);
        }
    }

    static Program python(String script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "src/test/python/" + script));
        command.addAll(List.of(arguments));
        return new Program(command);
    }

    static Program java(String main, String... arguments) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(java, "-cp", System.getProperty("java.class.path"), main));
        command.addAll(List.of(arguments));
        return new Program(command);
    }

    static Program shell(String commands) throws IOException {
        return new Program(List.of("bash", "-c", commands));
    }

    String line() throws IOException {
        return output.readLine();
    }

    /** Reads the line by which a server says where it listens. */
    String address() throws IOException {
        return line().replaceFirst("listening on ", "");
    }

    /** Reads the same line, and returns the port in it. */
    String port() throws IOException {
        return address().replaceFirst(".*:", "");
    }

    /** Reads everything up to the program's end. */
    String rest() throws IOException {
        StringWriter text = new StringWriter();
        output.transferTo(text);
        return text.toString();
    }

    boolean isRunning() {
        return process.isAlive();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("still running after 60 s");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
