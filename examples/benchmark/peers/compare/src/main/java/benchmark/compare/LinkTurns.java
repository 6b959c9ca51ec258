package benchmark.compare;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is called over a link, by turns, forth and back. */
final class LinkTurns {

    /** What is called, how often in a round, and how often to be warm. */
    enum What {
        TEXT("text", 1, 10),
        LIST("list", 50, 1_000),
        PIPELINED("pipelined", 1_000, 5_000);

        private final String word;
        private final int calls;
        private final int warmUps;

        What(String word, int calls, int warmUps) {
            this.word = word;
            this.calls = calls;
            this.warmUps = warmUps;
        }

        String word() {
            return word;
        }

        private boolean suits(LinkSide side) {
            return this == TEXT ? !side.compressed() : !side.isSocket();
        }
    }

    private final List<LinkPair> pairs;
    private final int rounds;
    private final LinkCsv csv;

    LinkTurns(List<LinkPair> pairs, int rounds, LinkCsv csv) {
        this.pairs = pairs;
        this.rounds = rounds;
        this.csv = csv;
    }

    /** Has all of them call, at the speed that the link has now. */
    void warmUp() throws IOException {
        for (LinkPair each : pairs) {
            for (What what : What.values()) {
                if (what.suits(each.side())) {
                    each.run(what.word, what.warmUps);
                }
            }
        }
    }

    /** Returns the times of each round, in ms. */
    Map<What, Map<LinkSide, List<Double>>> run(int speed) throws IOException {
        Map<What, Map<LinkSide, List<Double>>> all = new EnumMap<>(What.class);
        for (What what : What.values()) {
            List<LinkPair> turn = new ArrayList<>(
                    pairs.stream().filter(each -> what.suits(each.side())).toList());
            Map<LinkSide, List<Double>> times = new LinkedHashMap<>();
            turn.forEach(each -> times.put(each.side(), new ArrayList<>()));
            for (int i = 0; i < rounds; i++) {
                for (LinkPair each : turn) {
                    double millis = each.run(what.word, what.calls);
                    times.get(each.side()).add(millis);
                    csv.add(speed, what, each.side(), i, millis);
                }
                System.err.printf("%d Mbit/s, %s: round %d of %d%n", speed, what.word, i + 1, rounds);
                Collections.reverse(turn);
            }
            all.put(what, times);
        }
        return all;
    }
}
