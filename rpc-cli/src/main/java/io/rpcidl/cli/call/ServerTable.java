package io.rpcidl.cli.call;

import io.rpcidl.registry.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Servers as a table for people: a line each, columns as wide as they need to be. */
public final class ServerTable {

    private static final List<String> HEADER = List.of("ADDRESS", "WEIGHT", "SERVICES", "METADATA");
    private static final String NOTHING = "-";

    private ServerTable() {}

    /** Returns the lines of a table. */
    public static List<String> of(List<Instance> servers) {
        List<List<String>> rows = new ArrayList<>(List.of(HEADER));
        for (Instance each : servers) {
            rows.add(List.of(
                    Printable.escaped(each.endpoint().toString()),
                    Integer.toString(each.weight()),
                    joined(each.services()),
                    metadata(each)));
        }
        int[] widths = new int[HEADER.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String metadata(Instance server) {
        Map<String, String> others = new TreeMap<>(server.metadata());
        others.remove(Instance.WEIGHT);
        return joined(others.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .toList());
    }

    private static String joined(List<String> texts) {
        return texts.isEmpty() ? NOTHING : Printable.escaped(String.join(" ", texts));
    }

    private static String line(List<String> row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
        }
        return line.toString().stripTrailing();
    }
}
