package benchmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file with the figures of each round, for each number of clients. */
final class ScaleCsv implements AutoCloseable {

    private final PrintWriter out;

    ScaleCsv(Path file) throws IOException {
        out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
        out.println(
                "mode,peer,clients,round,calls_per_s,p50_us,p99_us,cpu_us_per_call,server_cpu_us_per_call,allocated_bytes_per_call,errors");
    }

    void add(Mode mode, PeerFiles peer, int clients, int round, Figures figures, double serverCpu) {
        out.printf(
                Locale.ROOT,
                "%s,%s,%d,%d,%.1f,%.1f,%.1f,%.3f,%.3f,%.0f,%d%n",
                mode.word(),
                peer.name(),
                clients,
                round + 1,
                figures.calls(),
                figures.p50(),
                figures.p99(),
                figures.cpu(),
                serverCpu,
                figures.allocated(),
                figures.errors());
    }

    @Override
    public void close() {
        out.close();
    }
}
