package benchmark.compare;

import java.io.IOException;
import java.nio.file.Path;

/** A file with the figures of each round, for each number of clients. */
final class ScaleCsv extends CsvFile {

    ScaleCsv(Path file) throws IOException {
        super(
                file,
                "mode,peer,clients,round,calls_per_s,p50_us,p99_us,cpu_us_per_call,server_cpu_us_per_call,allocated_bytes_per_call,errors");
    }

    void add(Mode mode, PeerFiles peer, int clients, int round, Figures figures, double serverCpu) {
        line(
                "%s,%s,%d,%d,%.1f,%.1f,%.1f,%.3f,%.3f,%.0f,%d",
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
}
