package benchmark.compare;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** Prints how soon programs of one kind had their first answers as Markdown tables. */
final class StartTable {

    private StartTable() {}

    static void print(PrintStream out, Start.Kind kind, List<Start.Timed> timed) {
        for (boolean archived : new boolean[] {false, true}) {
            print(
                    out,
                    kind.title + (archived ? ", with AppCDS" : ""),
                    timed.stream().filter(each -> each.archived() == archived).toList());
        }
    }

    private static void print(PrintStream out, String title, List<Start.Timed> timed) {
        out.printf("%n### First answer: %s%n%n", title);
        out.println("| | ms | least | most | rpcidl's, as a share | CPU ms | rpcidl's, as a share |");
        out.println("|---|---|---|---|---|---|---|");
        for (Start.Timed each : timed) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %.0f | %.0f | %.0f | %s | %.0f | %s |%n",
                    each.peer().name(),
                    median(each, Program.Took::millis),
                    millis(each).min().orElseThrow(),
                    millis(each).max().orElseThrow(),
                    ratio(timed, each, Program.Took::millis),
                    median(each, Program.Took::cpuMillis),
                    ratio(timed, each, Program.Took::cpuMillis));
        }
        out.flush();
    }

    private static DoubleStream millis(Start.Timed timed) {
        return timed.took().stream().mapToDouble(Program.Took::millis);
    }

    private static String ratio(List<Start.Timed> all, Start.Timed timed, ToDoubleFunction<Program.Took> figure) {
        return all.stream()
                .filter(each -> each.peer().name().equals(PeerFiles.OURS))
                .findFirst()
                .map(ours -> String.format(Locale.ROOT, "%.2f", median(ours, figure) / median(timed, figure)))
                .orElse("");
    }

    private static double median(Start.Timed timed, ToDoubleFunction<Program.Took> figure) {
        return Figures.median(timed.took().stream().mapToDouble(figure));
    }
}
