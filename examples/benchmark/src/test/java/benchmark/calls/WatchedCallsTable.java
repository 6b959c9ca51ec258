package benchmark.calls;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Compares calls that nobody watches with those that somebody might, and with another build: round by round, in turn. */
final class WatchedCallsTable {

    private static final int FORKS = 3; // each compiles what is hot anew, and not always as well
    private static final int ROUNDS = 6;

    private WatchedCallsTable() {}

    /** One way; a JVM of its own runs it, one after the other. */
    private static final class Way {

        private final String name;
        private final String how;
        private final String classPath;
        private final List<double[]> rounds = new ArrayList<>();
        private Process process;
        private BufferedReader out;

        Way(String name, String how, String classPath) {
            this.name = name;
            this.how = how;
            this.classPath = classPath;
        }

        void start() throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            process = new ProcessBuilder(java, "-Xmx512m", "-cp", classPath, CallsRun.class.getName(), how)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
            String line = out.readLine();
            if (!"ready".equals(line)) {
                throw new IllegalStateException(name + " did not start: " + line);
            }
        }

        void stop() {
            if (process != null) {
                process.destroy();
            }
        }

        void round() throws IOException {
            OutputStream in = process.getOutputStream();
            in.write('\n');
            in.flush();
            String[] figures = String.valueOf(out.readLine()).split(" ");
            double calls = Double.parseDouble(figures[0]);
            rounds.add(new double[] {calls / 2, Double.parseDouble(figures[1]) / calls / 1_000});
        }

        double median(int figure) {
            double[] sorted =
                    rounds.stream().mapToDouble(each -> each[figure]).sorted().toArray();
            return sorted[sorted.length / 2];
        }

        /** Returns the median, over rounds, of this way's CPU time to another's in the same round. */
        double ratio(Way other) {
            List<Double> ratios = new ArrayList<>();
            for (int i = 0; i < rounds.size(); i++) {
                ratios.add(rounds.get(i)[1] / other.rounds.get(i)[1]);
            }
            return ratios.stream().sorted().toList().get(ratios.size() / 2);
        }
    }

    /** Prints a table; a class path of another build may be given as an argument. */
    public static void main(String[] args) throws IOException {
        String own = System.getProperty("java.class.path");
        List<Way> ways = new ArrayList<>(List.of(
                new Way("nobody watches", "absent", own),
                new Way("a listener that watches no call", "listener", own),
                new Way("a listener that adds up times", "timing", own),
                new Way("a wire log of another peer", "wirelog", own)));
        if (args.length > 0) {
            ways.add(new Way("another build", "absent", args[0]));
        }
        for (int fork = 0; fork < FORKS; fork++) {
            measure(ways);
            Collections.rotate(ways, 1);
        }
        Collections.rotate(ways, -FORKS);
        System.out.println("| existUser, async, 128 in flight | calls/s | CPU µs a call | CPU against the first |");
        System.out.println("|---|---|---|---|");
        for (Way way : ways) {
            System.out.printf(
                    "| %s | %,.0f | %.2f | %.3f |%n", way.name, way.median(0), way.median(1), way.ratio(ways.get(0)));
        }
    }

    private static void measure(List<Way> ways) throws IOException {
        try {
            for (Way way : ways) {
                way.start();
            }
            for (int i = 0; i < ROUNDS; i++) {
                for (Way way : ways) {
                    way.round();
                }
            }
        } finally {
            ways.forEach(Way::stop);
        }
    }
}
