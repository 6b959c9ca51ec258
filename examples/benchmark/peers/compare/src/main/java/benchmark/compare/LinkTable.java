package benchmark.compare;

import benchmark.compare.LinkTurns.What;
import java.io.PrintStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Prints how long calls took over a link as Markdown tables. */
final class LinkTable {

    private LinkTable() {}

    static void print(
            PrintStream out, int speed, Map<LinkSide, double[]> bytes, Map<What, Map<LinkSide, List<Double>>> times) {
        text(out, speed, bytes, times.get(What.TEXT));
        users(out, speed, bytes, times.get(What.LIST), times.get(What.PIPELINED));
        out.flush();
    }

    private static void text(
            PrintStream out, int speed, Map<LinkSide, double[]> bytes, Map<LinkSide, List<Double>> times) {
        out.printf(
                "%n### A text of 4 MB over %d Mbit/s (tbf: burst %,d bytes, limit 16 MB)%n%n",
                speed, LinkNet.burst(speed));
        out.println("| | bytes sent | R / v, ms | ms | least | most | times R / v | times a bare socket's |");
        out.println("|---|---|---|---|---|---|---|---|");
        double socket = median(times.values().iterator().next());
        times.forEach((side, millis) -> {
            double limit = bytes.get(side)[0] * 8 / (speed * 1e3);
            out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %.1f | %.1f | %.1f | %.1f | %.3f | %.3f |%n",
                    side.title(),
                    bytes.get(side)[0],
                    limit,
                    median(millis),
                    millis.stream().mapToDouble(each -> each).min().orElseThrow(),
                    millis.stream().mapToDouble(each -> each).max().orElseThrow(),
                    median(millis) / limit,
                    median(millis) / socket);
        });
    }

    private static void users(
            PrintStream out,
            int speed,
            Map<LinkSide, double[]> bytes,
            Map<LinkSide, List<Double>> one,
            Map<LinkSide, List<Double>> pipelined) {
        out.printf("%n### listUser over %d Mbit/s%n%n", speed);
        out.printf(
                Locale.ROOT,
                "Of one call the burst, %,d bytes each way, takes no time of the link's.%n%n",
                LinkNet.burst(speed));
        out.println("| | bytes: request | reply | one call, ms | least | most | rpcidl's, as a share"
                + " | 1,000 calls, 128 in flight, ms | least | most | rpcidl's, as a share |");
        out.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (LinkSide side : one.keySet()) {
            out.printf(
                    Locale.ROOT,
                    "| %s | %,.0f | %,.0f | %s | %s |%n",
                    side.title(),
                    bytes.get(side)[2],
                    bytes.get(side)[3],
                    cells(side, one, "%.2f"),
                    cells(side, pipelined, "%,.0f"));
        }
    }

    private static String cells(LinkSide side, Map<LinkSide, List<Double>> times, String format) {
        List<Double> millis = times.get(side);
        String ratio = times.keySet().stream()
                .filter(each -> each.compressed() == side.compressed()
                        && each.peer().name().equals(PeerFiles.OURS))
                .findFirst()
                .map(ours -> String.format(Locale.ROOT, "%.2f", median(times.get(ours)) / median(millis)))
                .orElse("");
        return String.format(
                Locale.ROOT,
                String.join(" | ", format, format, format, "%s"),
                median(millis),
                millis.stream().mapToDouble(each -> each).min().orElseThrow(),
                millis.stream().mapToDouble(each -> each).max().orElseThrow(),
                ratio);
    }

    private static double median(List<Double> values) {
        return Figures.median(values.stream().mapToDouble(each -> each));
    }
}
