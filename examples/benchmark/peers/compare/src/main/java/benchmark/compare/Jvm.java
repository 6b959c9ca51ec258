package benchmark.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A JVM of one peer, that is told a line and answers with one. What else it says is kept in a file. */
final class Jvm implements AutoCloseable {

    /** The heap of each, which is why none can be faster by having more; all else is as the JVM finds it. */
    static final List<String> OPTIONS = List.of("-Xms512m", "-Xmx512m");

    private final String name;
    private final Path log;
    private final Process process;
    private final BufferedReader out;

    Jvm(Path java, Path log, PeerFiles peer, String main, List<String> arguments) throws IOException {
        this(peer.name() + " " + main, command(List.of(java.toString()), peer, main, arguments), log);
    }

    /** Starts a program that is called {@code name} where it fails. */
    Jvm(String name, List<String> command, Path log) throws IOException {
        this.name = name;
        this.log = log;
        Files.createDirectories(log.getParent());
        process = new ProcessBuilder(command).redirectError(log.toFile()).start();
        out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Returns what runs a class of the load for a peer: {@code java} itself, or what runs that somewhere else. */
    static List<String> command(List<String> java, PeerFiles peer, String main, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>(java);
        command.addAll(OPTIONS);
        command.addAll(peer.options());
        command.addAll(List.of("-cp", peer.classPath(), "benchmark.load." + main, peer.name()));
        command.addAll(arguments);
        return command;
    }

    /** Says a line, and returns the words of the answer, which begins with a word of its own; other lines are passed over. */
    String[] ask(String line, String firstWord) throws IOException {
        OutputStream in = process.getOutputStream();
        in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
        in.flush();
        return await(firstWord);
    }

    String[] await(String firstWord) throws IOException {
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith(firstWord)) {
                return line.substring(firstWord.length()).strip().split(" ");
            }
        }
        String said = Files.readString(log);
        throw new IOException(
                name + " ended; the last that it said:\n" + said.substring(Math.max(0, said.length() - 2_000)));
    }

    @Override
    public void close() {
        process.destroy();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
