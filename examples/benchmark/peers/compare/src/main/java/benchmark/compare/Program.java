package benchmark.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A program of one peer that starts, calls and ends, with the JVM's own defaults: a client, or a server and a client in one. */
final class Program {

    private final PeerFiles peer;
    private final String where;
    private final Path java;
    private final Path log;
    private final Path archive;
    private final String classPath;

    /**
     * Makes a program, and has nothing run yet.
     *
     * @param port that of its server; 0 if it starts one itself
     * @param folder for its jars, its archive and what it says
     */
    Program(PeerFiles peer, int port, Path java, Path folder) throws IOException {
        this.peer = peer;
        this.where = String.valueOf(port);
        this.java = java;
        this.classPath = Jars.packed(peer.classPath(), folder);
        this.log = folder.resolve("said.log");
        this.archive = folder.resolve("classes.jsa").toAbsolutePath();
    }

    /** Makes the archive of its classes, as they are after some calls. */
    void train() throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        firstAnswer(List.of("-XX:ArchiveClassesAtExit=" + archive), 5);
        if (!Files.exists(archive)) {
            throw new IOException(peer.name() + ": no archive of its classes came about: see " + log);
        }
    }

    /** What it took to the first answer: wall time, and CPU time of all its threads, in ms. */
    record Took(double millis, double cpuMillis) {}

    /** Runs it. */
    Took run(boolean archived) throws IOException, InterruptedException {
        // without its archive it would start all the same, and nobody would know
        return firstAnswer(archived ? List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:on") : List.of(), 1);
    }

    private Took firstAnswer(List<String> options, int calls) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(java.toString()));
        command.addAll(options);
        command.addAll(
                List.of("-cp", classPath, "benchmark.load.StartMain", peer.name(), where, String.valueOf(calls)));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log.toFile());
        long start = System.nanoTime();
        Process process = builder.start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals("first")) {
                line = out.readLine();
            }
            double millis = (System.nanoTime() - start) / 1e6;
            double cpu = process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos() / 1e6;
            process.getOutputStream().close();
            out.transferTo(Writer.nullWriter());
            if (line == null || process.waitFor() != 0) {
                throw new IOException(peer.name() + " failed; it said:\n" + Files.readString(log));
            }
            return new Took(millis, cpu);
        } finally {
            process.destroy();
        }
    }
}
