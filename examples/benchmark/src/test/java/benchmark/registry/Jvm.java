package benchmark.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM that is told things by lines, and answers each with a line. */
final class Jvm implements AutoCloseable {

    private final Process process;
    private final BufferedReader out;
    private final PrintStream in;

    Jvm(String classPath, String heap, Class<?> main, Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=error",
                "-cp",
                classPath,
                main.getName()));
        for (Object each : arguments) {
            command.add(each.toString());
        }
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        in = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
    }

    /** Waits for the next line. */
    String read() throws IOException {
        String line = out.readLine();
        if (line == null) {
            throw new IOException("a JVM has ended before its time");
        }
        return line;
    }

    /** Says a word, and returns the figures of the answer. */
    double[] ask(String word) throws IOException {
        in.println(word);
        String[] parts = read().split(" ");
        double[] figures = new double[parts.length];
        for (int i = 0; i < parts.length; i++) {
            figures[i] = Double.parseDouble(parts[i]);
        }
        return figures;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
