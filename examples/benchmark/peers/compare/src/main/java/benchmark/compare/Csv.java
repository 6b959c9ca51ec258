package benchmark.compare;

import java.io.IOException;
import java.nio.file.Path;

/** A file with the figures of each round. */
final class Csv extends CsvFile {

    Csv(Path file) throws IOException {
        super(
                file,
                "operation,mode,peer,round,calls_per_s,p50_us,p99_us,p999_us,cpu_us_per_call,allocated_bytes_per_call,compiling_share,errors");
    }

    void add(String operation, Mode mode, PeerFiles peer, int round, Figures figures) {
        line(
                "%s,%s,%s,%d,%.1f,%.1f,%.1f,%.1f,%.3f,%.0f,%.3f,%d",
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
}
