package benchmark.compare;

import java.io.IOException;
import java.nio.file.Path;

/** A file with the times of each round over a link. */
final class LinkCsv extends CsvFile {

    LinkCsv(Path file) throws IOException {
        super(file, "mbit_per_s,what,peer,compressed,round,ms");
    }

    void add(int speed, LinkTurns.What what, LinkSide side, int round, double millis) {
        line("%d,%s,%s,%s,%d,%.3f", speed, what.word(), side.peer().name(), side.compressed(), round + 1, millis);
    }
}
