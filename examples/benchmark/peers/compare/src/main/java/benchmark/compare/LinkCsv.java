package benchmark.compare;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** A file with the times of each round over a link. */
final class LinkCsv implements AutoCloseable {

    private final PrintWriter out;

    LinkCsv(Path file) throws IOException {
        out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8), true);
        out.println("mbit_per_s,what,peer,compressed,round,ms");
    }

    void add(int speed, LinkTurns.What what, LinkSide side, int round, double millis) {
        out.printf(
                Locale.ROOT,
                "%d,%s,%s,%s,%d,%.3f%n",
                speed,
                what.word(),
                side.peer().name(),
                side.compressed(),
                round + 1,
                millis);
    }

    @Override
    public void close() {
        out.close();
    }
}
