package benchmark.compare;

import java.awt.Color;
import java.awt.Font;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler;

/** Bars of all peers for each of some operations. A peer has its place and its colour, whoever else is there. */
record Chart(String title, String unit) {

    private static final Color OURS = new Color(0xD9, 0x48, 0x01);

    private static final List<Color> OTHERS = List.of(
            new Color(0xBD, 0xBD, 0xBD),
            new Color(0x9E, 0xCA, 0xE1),
            new Color(0x42, 0x92, 0xC6),
            new Color(0x74, 0xC4, 0x76),
            new Color(0x9E, 0x9A, 0xC8),
            new Color(0x63, 0x63, 0x63));

    private static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 16);
    private static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);

    /** Writes an SVG of calls, or items, a second; the name gets its ending. */
    void write(Path file, List<Measured> measured) throws IOException {
        if (!measured.isEmpty()) {
            VectorGraphicsEncoder.saveVectorGraphic(draw(measured), file.toString(), VectorGraphicsFormat.SVG);
        }
    }

    private CategoryChart draw(List<Measured> measured) {
        List<String> operations =
                measured.stream().map(Measured::operation).distinct().toList();
        List<PeerFiles> peers = PeerFiles.ALL.stream()
                .filter(peer -> measured.stream().anyMatch(each -> isOf(each, peer)))
                .toList();
        CategoryChart chart = new CategoryChartBuilder()
                .width(Math.max(700, 120 + 70 * operations.size() * peers.size()))
                .height(450)
                .title(title)
                .yAxisTitle(unit)
                .theme(Styler.ChartTheme.XChart)
                .build();
        for (PeerFiles peer : peers) {
            List<Double> values = operations.stream()
                    .map(operation -> measured.stream()
                            .filter(each -> isOf(each, peer) && each.operation().equals(operation))
                            .map(each -> each.figures().calls())
                            .findFirst()
                            .orElse(null))
                    .collect(Collectors.toCollection(ArrayList::new)); // which takes null: no bar
            chart.addSeries(peer.name(), operations, values).setFillColor(color(peer));
        }
        style(chart);
        return chart;
    }

    private static void style(CategoryChart chart) {
        chart.getStyler().setLabelsVisible(true);
        chart.getStyler().setLabelsPosition(1.0);
        chart.getStyler().setLabelsFont(TEXT);
        chart.getStyler().setAvailableSpaceFill(0.85);
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        chart.getStyler().setYAxisDecimalPattern("#,##0");
        chart.getStyler().setYAxisMin(0.0);
        chart.getStyler().setChartBackgroundColor(Color.WHITE);
        chart.getStyler().setChartTitleFont(TITLE);
        chart.getStyler().setAxisTitleFont(TEXT);
        chart.getStyler().setAxisTickLabelsFont(TEXT);
        chart.getStyler().setLegendFont(TEXT);
        chart.getStyler().setLegendBorderColor(Color.WHITE);
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
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
