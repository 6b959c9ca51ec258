package benchmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file with the time of each start. */
final class StartCsv implements AutoCloseable {

    private final PrintWriter out;

    StartCsv(Path file) throws IOException {
        out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
        out.println("kind,archived,peer,run,first_answer_ms,cpu_ms");
    }

    void add(Start.Timed timed, int run, Program.Took took) {
        out.printf(
                Locale.ROOT,
                "%s,%s,%s,%d,%.1f,%.0f%n",
                timed.kind().name().toLowerCase(Locale.ROOT),
                timed.archived(),
                timed.peer().name(),
                run + 1,
                took.millis(),
                took.cpuMillis());
    }

    @Override
    public void close() {
        out.close();
    }
}
