package benchmark.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;

/**
 * Measures one operation after the other: the JVMs of all peers are there at once, warm, and take turns, forth and back, so that what
 * changes on the machine meanwhile meets all of them.
 */
final class Turns {

    private static final Mode PEAK = new Mode("blocking", 32);

    private final Plan plan;
    private final Path java;
    private final Path logs;
    private final Csv csv;

    Turns(Plan plan, Path java, Path logs, Csv csv) {
        this.plan = plan;
        this.java = java;
        this.logs = logs;
        this.csv = csv;
    }

    /** Returns what was measured in each mode. */
    List<List<Measured>> run(Work work) throws IOException, InterruptedException {
        Map<Pair, double[]> pairs = new LinkedHashMap<>();
        try {
            start(work, pairs);
            List<List<Measured>> all = new ArrayList<>();
            double peak = 0; // of the slowest
            for (Mode mode : plan.modes()) {
                if (mode.isOpen() && peak == 0) {
                    peak = slowest(measure(work, PEAK, "blocking 32", pairs));
                }
                String load = mode.isOpen() ? "open " + (long) (peak / 2) : mode.kind() + " " + mode.count();
                List<Measured> measured = measure(work, mode, load, pairs);
                if (mode.equals(PEAK)) {
                    peak = slowest(measured);
                }
                all.add(measured);
            }
            return all;
        } finally {
            pairs.keySet().forEach(Pair::close);
        }
    }

    private void start(Work work, Map<Pair, double[]> pairs) throws IOException {
        double[] ours = {0, 0};
        for (PeerFiles each : plan.peers()) {
            progress("%s: %s starts", work.word(), each.name());
            PeerFiles peer = each;
            if (each.name().equals(PeerFiles.FLOOR)) {
                ours = ofOurs(work);
                peer = each.withSizes(work.word(), ours);
            }
            Pair pair = new Pair(peer, java, logs);
            pairs.put(pair, new double[0]); // so that it ends in any case
            pairs.put(pair, each.name().equals(PeerFiles.FLOOR) ? ours : bytes(pair, work));
        }
    }

    private double[] ofOurs(Work work) throws IOException {
        try (Pair pair = new Pair(PeerFiles.named(PeerFiles.OURS), java, logs)) {
            return bytes(pair, work);
        }
    }

    private static double[] bytes(Pair pair, Work work) throws IOException {
        return DoubleStream.of(pair.bytes(work.word(), work.counted()))
                .map(each -> each / work.items())
                .toArray();
    }

    private List<Measured> measure(Work work, Mode mode, String load, Map<Pair, double[]> pairs)
            throws IOException, InterruptedException {
        Map<Pair, List<Figures>> rounds = new LinkedHashMap<>();
        for (Pair pair : pairs.keySet()) {
            if (mode.suits(pair.peer())) {
                double seconds = WarmUp.run(pair, work.word(), load, plan.warmUpMillis());
                progress(
                        "%s, %s: %s is warm after %.0f s",
                        work.word(), mode.word(), pair.peer().name(), seconds);
                rounds.put(pair, new ArrayList<>());
            }
        }
        for (int i = 0; i < plan.rounds(); i++) {
            List<Pair> turn = new ArrayList<>(rounds.keySet());
            if (i % 2 == 1) {
                Collections.reverse(turn);
            }
            for (Pair pair : turn) {
                Figures figures =
                        pair.run(work.word(), load, plan.roundMillis()).each(work.items());
                rounds.get(pair).add(figures);
                csv.add(work.word(), mode, pair.peer(), i, figures);
                progress(
                        "%s, %s, round %d: %s %,.0f calls/s",
                        work.word(), mode.word(), i + 1, pair.peer().name(), figures.calls());
            }
        }
        return rounds.entrySet().stream()
                .map(each -> new Measured(
                        work.title(), mode, each.getKey().peer(), each.getValue(), pairs.get(each.getKey())))
                .toList();
    }

    private static double slowest(List<Measured> measured) {
        return measured.stream()
                .mapToDouble(each -> each.figures().calls())
                .min()
                .orElseThrow();
    }

    private static void progress(String format, Object... arguments) {
        System.err.printf(Locale.ROOT, format + "%n", arguments);
    }
}
