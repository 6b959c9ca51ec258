package benchmark.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;

/** A file with the time of each start. */
final class StartCsv extends CsvFile {

    StartCsv(Path file) throws IOException {
        super(file, "kind,archived,peer,run,first_answer_ms,cpu_ms");
    }

    void add(Start.Timed timed, int run, Program.Took took) {
        line(
                "%s,%s,%s,%d,%.1f,%.0f",
                timed.kind().name().toLowerCase(Locale.ROOT),
                timed.archived(),
                timed.peer().name(),
                run + 1,
                took.millis(),
                took.cpuMillis());
    }
}
