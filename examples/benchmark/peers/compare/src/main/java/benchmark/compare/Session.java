package benchmark.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** One run of the command: says on what it measures, measures, and says at last whether anything failed. */
final class Session {

    private final RunOptions options;
    private final List<Measured> all = new ArrayList<>();

    Session(RunOptions options) {
        this.options = options;
    }

    /** Returns all that was measured in a mode. */
    List<Measured> all(Mode mode) {
        return all.stream().filter(each -> each.mode().equals(mode)).toList();
    }

    /** Measures some works, and prints what came of each in each mode. */
    void measure(String csvName, Plan plan, List<Work> works, Consumer<List<Measured>> table)
            throws IOException, InterruptedException {
        try (Csv csv = new Csv(options.places().out().resolve(csvName))) {
            Turns turns =
                    new Turns(plan, options.places().java(), options.places().logs(), csv);
            for (Work work : works) {
                for (List<Measured> ofMode : turns.run(work)) {
                    table.accept(ofMode);
                    all.addAll(ofMode);
                }
            }
        }
    }

    /** Prints the settings. */
    void begin(List<PeerFiles> peers) throws IOException {
        Files.createDirectories(options.places().out());
        Machine.print(System.out, options.places().jdk(), peers);
    }

    /** Returns what the command ends with. */
    int end() {
        return end(all.stream().mapToLong(each -> each.figures().errors()).sum());
    }

    /** Returns what a command ends with that has counted so many errors. */
    int end(long errors) {
        System.out.println("All that was measured is in " + options.places().out());
        if (errors > 0) {
            System.err.println(errors + " calls failed: these figures are worth nothing; the logs are in "
                    + options.places().logs());
            return 1;
        }
        return 0;
    }
}
