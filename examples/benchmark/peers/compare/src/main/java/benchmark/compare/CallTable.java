package benchmark.compare;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Prints what was measured in one operation and mode as a Markdown table. */
final class CallTable {

    private CallTable() {}

    static void print(PrintStream out, List<Measured> measured) {
        Measured first = measured.get(0);
        Optional<Figures> ours = measured.stream()
                .filter(each -> each.peer().name().equals(PeerFiles.OURS))
                .map(Measured::figures)
                .findFirst();
        out.printf("%n### %s, %s%n%n", first.operation(), first.mode().title());
        out.println("| | calls/s | ± | rpcidl's, as a multiple | p50 µs | p99 µs | p99.9 µs | CPU µs a call"
                + " | times rpcidl's | bytes: request | reply | bytes allocated a call | errors |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (Measured each : measured) {
            Figures figures = each.figures();
            out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.0f %% | %s | %,.0f | %,.0f | %,.0f | %.1f | %s | %,.0f | %,.0f | %,.0f | %d |%n",
                    each.peer().name(),
                    figures.calls(),
                    Figures.spread(each.rounds()) * 100,
                    ratio(ours.map(us -> us.calls() / figures.calls())),
                    figures.p50(),
                    figures.p99(),
                    figures.p999(),
                    figures.cpu(),
                    ratio(ours.map(us -> figures.cpu() / us.cpu())),
                    each.bytes()[0],
                    each.bytes()[1],
                    figures.allocated(),
                    figures.errors());
        }
        out.flush();
    }

    private static String ratio(Optional<Double> ratio) {
        return ratio.map(each -> String.format(Locale.ROOT, "%.2f", each)).orElse("");
    }
}
