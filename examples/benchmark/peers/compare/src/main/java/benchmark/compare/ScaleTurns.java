package benchmark.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The JVMs of all peers with all numbers of clients, which are there at once, warm, and take turns, forth and back. */
final class ScaleTurns implements AutoCloseable {

    private final Plan plan;
    private final String operation;
    private final ScaleCsv csv;
    private final Map<Pair, Integer> pairs = new LinkedHashMap<>();

    ScaleTurns(Plan plan, List<Integer> clients, String operation, Places places, ScaleCsv csv) throws IOException {
        this.plan = plan;
        this.operation = operation;
        this.csv = csv;
        try {
            for (PeerFiles peer : plan.peers()) {
                PeerFiles touched = withSizes(peer.with("-XX:+AlwaysPreTouch"), places);
                for (int count : clients) {
                    System.err.printf(Locale.ROOT, "%s starts with %,d clients%n", peer.name(), count);
                    List<String> argument = List.of(String.valueOf(count));
                    pairs.put(
                            new Pair(touched, places.java(), places.logs().resolve(argument.get(0)), argument), count);
                }
            }
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    private PeerFiles withSizes(PeerFiles peer, Places places) throws IOException {
        if (!peer.name().equals(PeerFiles.FLOOR)) {
            return peer;
        }
        try (Pair ours = new Pair(PeerFiles.named(PeerFiles.OURS), places.java(), places.logs())) {
            return peer.withSizes(operation, ours.bytes(operation, 1_000));
        }
    }

    /** Returns what came of calls that are made in one way. */
    List<Scale.Scaled> run(Mode mode) throws IOException, InterruptedException {
        String load = mode.kind() + " " + mode.count();
        Map<Pair, List<Figures>> rounds = new LinkedHashMap<>();
        Map<Pair, List<Double>> serverCpu = new LinkedHashMap<>();
        for (Pair pair : pairs.keySet()) {
            if (mode.suits(pair.peer())) {
                double seconds = WarmUp.run(pair, operation, load, plan.warmUpMillis());
                System.err.printf(Locale.ROOT, "%s is warm after %.0f s%n", named(pair), seconds);
                rounds.put(pair, new ArrayList<>());
                serverCpu.put(pair, new ArrayList<>());
            }
        }
        for (int i = 0; i < plan.rounds(); i++) {
            List<Pair> turn = new ArrayList<>(rounds.keySet());
            if (i % 2 == 1) {
                Collections.reverse(turn);
            }
            for (Pair pair : turn) {
                Figures figures = pair.run(operation, load, plan.roundMillis());
                double ofServer = figures.cpu() * pair.serverShare();
                rounds.get(pair).add(figures);
                serverCpu.get(pair).add(ofServer);
                csv.add(mode, pair.peer(), pairs.get(pair), i, figures, ofServer);
                System.err.printf(
                        Locale.ROOT, "%s, round %d: %s %,.0f calls/s%n", load, i + 1, named(pair), figures.calls());
            }
        }
        List<Scale.Scaled> scaled = new ArrayList<>();
        for (Map.Entry<Pair, List<Figures>> each : rounds.entrySet()) {
            Pair pair = each.getKey();
            scaled.add(new Scale.Scaled(
                    pair.peer(), pairs.get(pair), each.getValue(), serverCpu.get(pair), pair.serverMemory()));
        }
        return scaled;
    }

    private String named(Pair pair) {
        return String.format(Locale.ROOT, "%s with %,d", pair.peer().name(), pairs.get(pair));
    }

    @Override
    public void close() {
        pairs.keySet().forEach(Pair::close);
    }
}
