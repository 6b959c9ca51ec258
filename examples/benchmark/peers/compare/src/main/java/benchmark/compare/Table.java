package benchmark.compare;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** A Markdown table with a row for each peer. */
final class Table {

    private record Column(String title, BiFunction<Measured, List<Measured>, String> value) {}

    private final List<Column> columns = new ArrayList<>();

    /** Has a column with a figure of the peer itself. */
    Table column(String title, String format, ToDoubleFunction<Measured> figure) {
        columns.add(new Column(title, (peer, all) -> String.format(Locale.ROOT, format, figure.applyAsDouble(peer))));
        return this;
    }

    /** Has a column that says how many times as much rpcidl does, if it is in the table. */
    Table oursByTheirs(String title, ToDoubleFunction<Figures> figure) {
        return beside(title, (us, peer) -> figure.applyAsDouble(us) / figure.applyAsDouble(peer));
    }

    /** Has a column that says how many times as much as rpcidl the peer takes, if that is in the table. */
    Table theirsByOurs(String title, ToDoubleFunction<Figures> figure) {
        return beside(title, (us, peer) -> figure.applyAsDouble(peer) / figure.applyAsDouble(us));
    }

    private Table beside(String title, BiFunction<Figures, Figures, Double> ratio) {
        columns.add(new Column(
                title,
                (peer, all) -> all.stream()
                        .filter(each -> each.peer().name().equals(PeerFiles.OURS))
                        .findFirst()
                        .map(us -> String.format(Locale.ROOT, "%.2f", ratio.apply(us.figures(), peer.figures())))
                        .orElse("")));
        return this;
    }

    void print(PrintStream out, String heading, List<Measured> measured) {
        out.printf("%n### %s%n%n", heading);
        out.println(row(" ", columns.stream().map(Column::title).toList()));
        out.println("|---".repeat(columns.size() + 1) + "|");
        for (Measured each : measured) {
            out.println(row(
                    " " + each.peer().name() + " ",
                    columns.stream()
                            .map(column -> column.value().apply(each, measured))
                            .toList()));
        }
        out.flush();
    }

    private static String row(String first, List<String> cells) {
        return cells.stream().collect(Collectors.joining(" | ", "|" + first + "| ", " |"));
    }
}
