package benchmark.compare;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.knowm.xchart.AnnotationText;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.BitmapEncoder.BitmapFormat;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.style.CategoryStyler;
import org.knowm.xchart.style.Styler;

/**
 * Bars of all peers for each of some operations. A peer has its place and its colour, whoever else is there. The floor is left out: it
 * is no RPC, and beside it one would see nothing else.
 */
record Chart(String title, String unit) {

    private static final int DOTS_PER_INCH = 144; // two for each that is counted in
    private static final int BAR_WIDTH = 54; // room for a value
    private static final int LETTER_WIDTH = 8;
    private static final double FILLED = 0.9; // by bars; the rest is between operations

    private static final Color OURS = new Color(0xD9, 0x48, 0x01);

    private static final List<Color> OTHERS = List.of(
            new Color(0xBD, 0xBD, 0xBD),
            new Color(0x9E, 0xCA, 0xE1),
            new Color(0x42, 0x92, 0xC6),
            new Color(0x74, 0xC4, 0x76),
            new Color(0x9E, 0x9A, 0xC8),
            new Color(0x63, 0x63, 0x63));

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    private static final Font VALUE = new Font(Font.SANS_SERIF, Font.PLAIN, 11);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** Writes a PNG of calls, or items, a second; the name gets its ending. */
    void write(Path file, List<Measured> measured) throws IOException {
        List<Measured> shown = measured.stream()
                .filter(each -> !each.peer().name().equals(PeerFiles.FLOOR))
                .toList();
        if (!shown.isEmpty()) {
            BitmapEncoder.saveBitmapWithDPI(draw(shown), file.toString(), BitmapFormat.PNG, DOTS_PER_INCH);
        }
    }

    private CategoryChart draw(List<Measured> measured) {
        List<String> operations =
                measured.stream().map(Measured::operation).distinct().toList();
        List<PeerFiles> peers = PeerFiles.ALL.stream()
                .filter(peer -> measured.stream().anyMatch(each -> isOf(each, peer)))
                .toList();
        CategoryChart chart = new CategoryChartBuilder()
                .width(Math.max(700, 230 + operations.size() * width(operations, peers.size())))
                .height(450)
                .title(title)
                .yAxisTitle(unit)
                .theme(Styler.ChartTheme.XChart)
                .build();
        for (PeerFiles peer : peers) {
            double[] values = new double[operations.size()]; // 0 is no bar
            measured.stream()
                    .filter(each -> isOf(each, peer))
                    .forEach(each -> values[operations.indexOf(each.operation())] =
                            each.figures().calls());
            chart.addSeries(
                            peer.name(),
                            operations,
                            DoubleStream.of(values).boxed().toList())
                    .setFillColor(color(peer));
        }
        double most = measured.stream()
                .mapToDouble(each -> each.figures().calls())
                .max()
                .orElseThrow();
        for (Measured each : measured) {
            double left = operations.indexOf(each.operation()) + (1 - FILLED) / 2; // each operation is as wide as 1
            double bar = indexOf(peers, each) + 0.5;
            double value = each.figures().calls();
            chart.addAnnotation(new AnnotationText(
                    String.format(Locale.ROOT, value < 100 ? "%.1f" : "%,.0f", value),
                    left + bar * FILLED / peers.size(),
                    value + most * 0.025,
                    false));
        }
        style(chart.getStyler(), most);
        return chart;
    }

    private static int width(List<String> operations, int bars) {
        int longest = operations.stream().mapToInt(String::length).max().orElseThrow();
        return Math.max(BAR_WIDTH * bars, LETTER_WIDTH * longest);
    }

    private static void style(CategoryStyler styler, double most) {
        styler.setAvailableSpaceFill(FILLED);
        styler.setPlotGridVerticalLinesVisible(false);
        styler.setYAxisDecimalPattern("#,##0");
        styler.setYAxisMin(0.0);
        styler.setYAxisMax(most * 1.07); // room for its value
        styler.setChartBackgroundColor(Color.WHITE);
        styler.setPlotBorderVisible(false);
        styler.setChartTitleFont(TITLE);
        styler.setAnnotationTextFont(VALUE);
        styler.setAxisTitleFont(TEXT);
        styler.setAxisTickLabelsFont(TEXT);
        styler.setLegendFont(TEXT);
        styler.setLegendBorderColor(Color.WHITE);
        styler.setLegendPosition(Styler.LegendPosition.OutsideE);
    }

    private static int indexOf(List<PeerFiles> peers, Measured measured) {
        return peers.stream()
                .map(PeerFiles::name)
                .toList()
                .indexOf(measured.peer().name());
    }

    private static boolean isOf(Measured measured, PeerFiles peer) {
        return measured.peer().name().equals(peer.name());
    }

    private static Color color(PeerFiles peer) {
        if (peer.name().equals(PeerFiles.OURS)) {
            return OURS;
        }
        List<PeerFiles> others = PeerFiles.ALL.stream()
                .filter(each -> !each.name().equals(PeerFiles.OURS))
                .toList();
        return OTHERS.get(others.indexOf(PeerFiles.named(peer.name())) % OTHERS.size());
    }
}
