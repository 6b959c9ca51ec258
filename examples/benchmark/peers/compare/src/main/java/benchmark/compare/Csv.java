package benchmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file with the figures of each round. */
final class Csv implements AutoCloseable {

    private final PrintWriter out;

    Csv(Path file) throws IOException {
        out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
        out.println(
                "operation,mode,peer,round,calls_per_s,p50_us,p99_us,p999_us,cpu_us_per_call,allocated_bytes_per_call,compiling_share,errors");
    }

    void add(String operation, Mode mode, PeerFiles peer, int round, Figures figures) {
        out.printf(
                Locale.ROOT,
                "%s,%s,%s,%d,%.1f,%.1f,%.1f,%.1f,%.3f,%.0f,%.3f,%d%n",
                operation,
                mode.word(),
                peer.name(),
                round + 1,
                figures.calls(),
                figures.p50(),
                figures.p99(),
                figures.p999(),
                figures.cpu(),
                figures.allocated(),
                figures.compiled(),
                figures.errors());
    }

    @Override
    public void close() {
        out.close();
    }
}
