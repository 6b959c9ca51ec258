package benchmark.codec;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs {@link CodecBenchmark} and prints a Markdown table. A round has one JVM for each way to write and to read; after it
 * comes the next round, so that whatever else the machine does is spread over all of them.
 */
public final class CodecTable {

    private static final int ROUNDS = 5;

    /** A fixed heap, touched before: else what is measured is how the operating system hands out memory. */
    private static final String[] JVM = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"};

    private static final String RPCIDL = "rpcidl";
    private static final List<String> CODECS = List.of(RPCIDL, "jacksonCore", "fastjson2", "jacksonDatabind");

    /** What was measured of one benchmark: medians of all iterations of all rounds. */
    private record Measured(double[] wall, double[] cpu, double[] bytes) {

        static double median(double[] sorted) {
            int middle = sorted.length / 2;
            return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        }

        Measured with(RunResult result) {
            return new Measured(
                    joined(wall, result, null),
                    joined(cpu, result, CpuProfiler.LABEL),
                    joined(bytes, result, "gc.alloc.rate.norm"));
        }

        private static double[] joined(double[] before, RunResult result, String secondary) {
            return DoubleStream.concat(
                            Arrays.stream(before),
                            result.getBenchmarkResults().stream()
                                    .flatMap(fork -> fork.getIterationResults().stream())
                                    .mapToDouble(iteration -> score(iteration, secondary)))
                    .sorted()
                    .toArray();
        }

        @SuppressWarnings("rawtypes") // JMH's own
        private static double score(IterationResult iteration, String secondary) {
            if (secondary == null) {
                return iteration.getPrimaryResult().getScore();
            }
            for (Map.Entry<String, Result> each :
                    iteration.getSecondaryResults().entrySet()) {
                if (each.getKey().endsWith(secondary)) {
                    return each.getValue().getScore();
                }
            }
            throw new IllegalStateException("JMH has not measured " + secondary);
        }
    }

    private CodecTable() {}

    /** Measures; with {@code --quick} just enough to see that all runs. */
    public static void main(String[] args) throws RunnerException, IOException {
        boolean quick = List.of(args).contains("--quick");
        if (args.length > (quick ? 1 : 0)) {
            throw new IllegalArgumentException("expected nothing or --quick, got " + String.join(" ", args));
        }
        Map<String, Measured> all = new LinkedHashMap<>();
        for (int round = 0; round < (quick ? 1 : ROUNDS); round++) {
            System.err.println("round " + (round + 1) + " of " + (quick ? 1 : ROUNDS));
            for (RunResult result : new Runner(options(quick).build()).run()) {
                String name = result.getParams().getBenchmark();
                all.merge(
                        name.substring(name.lastIndexOf('.') + 1),
                        new Measured(new double[0], new double[0], new double[0]).with(result),
                        (before, now) -> before.with(result));
            }
        }
        print(all);
    }

    private static ChainedOptionsBuilder options(boolean quick) {
        return new OptionsBuilder()
                .include(CodecBenchmark.class.getName())
                .forks(1)
                .jvmArgs(JVM)
                .warmupIterations(quick ? 1 : 6)
                .warmupTime(quick ? TimeValue.milliseconds(200) : TimeValue.seconds(1))
                .measurementIterations(quick ? 1 : 4)
                .measurementTime(quick ? TimeValue.milliseconds(200) : TimeValue.seconds(1))
                .addProfiler(GCProfiler.class)
                .addProfiler(CpuProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
    }

    private static void print(Map<String, Measured> all) throws IOException {
        CodecBenchmark benchmark = new CodecBenchmark();
        benchmark.checkThatAllAgree();
        System.out.printf(
                "JDK %s, %s, %d processors; a page of %,d bytes.%n%n",
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                benchmark.bytes());
        System.out.println("| | CPU µs | rpcidl = 1 | fastest, CPU µs | rpcidl = 1 | wall µs | bytes allocated |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (String direction : List.of("Write", "Read")) {
            Measured ours = all.get(RPCIDL + direction);
            for (String codec : CODECS) {
                row(codec + ", " + direction.toLowerCase(Locale.ROOT), all.get(codec + direction), ours);
            }
        }
        row("the page's objects alone", all.get("objects"), all.get(RPCIDL + "Read"));
    }

    private static void row(String name, Measured measured, Measured ours) {
        double cpu = Measured.median(measured.cpu());
        double fastest = measured.cpu()[0];
        System.out.printf(
                "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %,.0f |%n",
                name,
                cpu / 1_000,
                cpu / Measured.median(ours.cpu()),
                fastest / 1_000,
                fastest / ours.cpu()[0],
                Measured.median(measured.wall()) / 1_000,
                Measured.median(measured.bytes()));
    }
}
