package benchmark.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.VectorGraphicsEncoder;
import org.knowm.xchart.VectorGraphicsEncoder.VectorGraphicsFormat;
import org.knowm.xchart.style.Styler;

/** Draws calls/s of all peers, a chart for each mode. */
final class Charts {

    private Charts() {}

    static void write(Path folder, List<Measured> all) throws IOException {
        Map<Mode, List<Measured>> modes =
                all.stream().collect(Collectors.groupingBy(Measured::mode, LinkedHashMap::new, Collectors.toList()));
        for (Map.Entry<Mode, List<Measured>> each : modes.entrySet()) {
            if (!each.getKey().isOpen()) {
                String file = folder.resolve("calls-" + each.getKey().word()).toString();
                VectorGraphicsEncoder.saveVectorGraphic(
                        chart(each.getKey(), each.getValue()), file, VectorGraphicsFormat.SVG);
            }
        }
    }

    private static CategoryChart chart(Mode mode, List<Measured> measured) {
        CategoryChart chart = new CategoryChartBuilder()
                .width(900)
                .height(420)
                .title("Calls a second: " + mode.title())
                .theme(Styler.ChartTheme.GGPlot2)
                .build();
        chart.getStyler().setPlotGridVerticalLinesVisible(false);
        chart.getStyler().setYAxisDecimalPattern("#,###");
        chart.getStyler().setLegendPosition(Styler.LegendPosition.OutsideE);
        Map<String, Map<String, Double>> peers = new LinkedHashMap<>();
        for (Measured each : measured) {
            peers.computeIfAbsent(each.peer().name(), name -> new LinkedHashMap<>())
                    .put(each.operation(), each.figures().calls());
        }
        peers.forEach((name, calls) -> chart.addSeries(name, List.copyOf(calls.keySet()), List.copyOf(calls.values())));
        return chart;
    }
}
