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
import java.util.Locale;

/**
 * Compares calls that nobody watches with those that somebody might: all ways in one JVM, in short turns, for JVMs compile what is hot
 * anew and not always as well, and machines have other things to do; and so in several JVMs. What nobody watches is measured
 * twice, which shows what a difference is worth. Another build is another JVM, and is compared less exactly.
 */
final class WatchedCallsTable {

    private static final int FORKS = 10;
    private static final int ROUNDS = 100;

    private WatchedCallsTable() {}

    /** A JVM in which some ways run, one at a time. */
    private static final class Jvm {

        private final Process process;
        private final BufferedReader out;

        Jvm(String classPath, String... hows) throws IOException {
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> command =
                    new ArrayList<>(List.of(java, "-Xmx512m", "-cp", classPath, CallsRun.class.getName()));
            command.addAll(List.of(hows));
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.US_ASCII));
        }

        void awaitReady() throws IOException {
            String line = out.readLine();
            if (!"ready".equals(line)) {
                throw new IllegalStateException("a JVM did not start: " + line);
            }
        }

        double[] round(String how) throws IOException {
            OutputStream in = process.getOutputStream();
            in.write((how + "\n").getBytes(StandardCharsets.US_ASCII));
            in.flush();
            String[] figures = String.valueOf(out.readLine()).split(" ");
            double calls = Double.parseDouble(figures[0]);
            return new double[] {
                calls / 0.05, Double.parseDouble(figures[1]) / calls / 1_000, Double.parseDouble(figures[2]) / calls
            };
        }
    }

    /** One way, and what was measured in each round: calls a second, CPU time in µs a call, and bytes allocated. */
    private record Way(String name, String how, List<double[]> rounds) {

        Way(String name, String how) {
            this(name, how, new ArrayList<>());
        }

        double median(int figure) {
            return quantile(rounds.stream().map(each -> each[figure]).toList(), 0.5);
        }

        /** Returns this way's CPU time to another's, of each JVM the median over its rounds, in order. */
        List<Double> ratios(Way other) {
            List<Double> ratios = new ArrayList<>();
            for (int jvm = 0; jvm < rounds.size(); jvm += ROUNDS) {
                List<Double> ofJvm = new ArrayList<>();
                for (int i = jvm; i < jvm + ROUNDS; i++) {
                    ofJvm.add(rounds.get(i)[1] / other.rounds.get(i)[1]);
                }
                ratios.add(quantile(ofJvm, 0.5));
            }
            return ratios.stream().sorted().toList();
        }

        private static double quantile(List<Double> values, double quantile) {
            List<Double> sorted = values.stream().sorted().toList();
            return sorted.get((int) (sorted.size() * quantile));
        }
    }

    /** Prints a table; a class path of another build may be given as an argument. */
    public static void main(String[] args) throws IOException {
        String own = System.getProperty("java.class.path");
        List<Way> ways = List.of(
                new Way("nobody watches", "absent"),
                new Way("nobody watches, once more", "absent too"),
                new Way("a listener that watches no call", "listener"),
                new Way("a listener that adds up times", "timing"),
                new Way("a wire log of another peer", "wirelog"));
        Way another = new Way("another build", "absent");
        for (int fork = 0; fork < FORKS; fork++) {
            Jvm jvm = new Jvm(own, ways.stream().map(Way::how).toArray(String[]::new));
            try {
                jvm.awaitReady();
                Jvm other = args.length == 0 ? null : new Jvm(args[0], "absent");
                try {
                    measure(ways, jvm, another, other);
                } finally {
                    if (other != null) {
                        other.process.destroy();
                    }
                }
            } finally {
                jvm.process.destroy();
            }
        }
        System.out.println(
                "| existUser, async, 128 in flight | calls/s | CPU µs a call | against the first, median of the JVMs"
                        + " | half of the JVMs | bytes allocated |");
        System.out.println("|---|---|---|---|---|---|");
        for (Way way : ways) {
            print(way, ways.get(0));
        }
        if (args.length > 0) {
            print(another, ways.get(0));
        }
    }

    private static void measure(List<Way> ways, Jvm jvm, Way another, Jvm other) throws IOException {
        if (other != null) {
            other.awaitReady();
        }
        for (int i = 0; i < ROUNDS; i++) {
            List<Way> turn = new ArrayList<>(ways);
            Collections.rotate(turn, i); // whatever the one before leaves behind, each finds it as often
            for (Way way : turn) {
                way.rounds().add(jvm.round(way.how()));
            }
            if (other != null) {
                another.rounds().add(other.round(another.how()));
            }
        }
    }

    private static void print(Way way, Way first) {
        List<Double> ratios = way.ratios(first);
        System.out.printf(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.3f | %.3f to %.3f | %,.0f |%n",
                way.name(),
                way.median(0),
                way.median(1),
                (ratios.get((FORKS - 1) / 2) + ratios.get(FORKS / 2)) / 2,
                ratios.get(FORKS / 4),
                ratios.get(FORKS - 1 - FORKS / 4),
                way.median(2));
    }
}
