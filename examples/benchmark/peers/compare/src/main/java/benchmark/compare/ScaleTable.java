package benchmark.compare;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** Prints what calls cost with few connections and with many as a Markdown table. */
final class ScaleTable {

    private static final double MEGABYTE = 1 << 20;
    private static final double HEAP = 512; // Jvm.OPTIONS, all of it resident

    private ScaleTable() {}

    static void print(PrintStream out, String operation, Mode mode, List<Scale.Scaled> all) {
        out.printf("%n### %s, %s, by turns over all clients%n%n", operation, mode.title());
        out.println(
                "| | clients | sockets of the server | calls/s | ± | times the first's | p50 µs | p99 µs | CPU µs a call"
                        + " | times the first's | the server's | times the first's | server's heap, MB | resident outside of it, MB | errors |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
        for (Scale.Scaled each : all) {
            Figures figures = each.figures();
            Scale.Scaled first = all.stream()
                    .filter(other -> other.peer().name().equals(each.peer().name()))
                    .findFirst()
                    .orElseThrow();
            out.printf(
                    Locale.ROOT,
                    "| %s | %,d | %,.0f | %,.0f | %.0f %% | %.2f | %,.0f | %,.0f | %.1f | %.2f | %.1f | %.2f | %.1f | %.0f | %d |%n",
                    each.peer().name(),
                    each.clients(),
                    each.memory()[2],
                    figures.calls(),
                    Figures.spread(each.rounds()) * 100,
                    figures.calls() / first.figures().calls(),
                    figures.p50(),
                    figures.p99(),
                    figures.cpu(),
                    figures.cpu() / first.figures().cpu(),
                    each.serverCpu(),
                    each.serverCpu() / first.serverCpu(),
                    each.memory()[0] / MEGABYTE,
                    each.memory()[1] / MEGABYTE - HEAP,
                    figures.errors());
        }
        out.flush();
    }
}
