package benchmark.codec;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Reads the page of {@link CodecBenchmark} in turns of a few milliseconds, each reader once in each round, in one JVM:
 * what else the machine does slows down neighbours alike. Prints a Markdown table.
 */
public final class ReadTurns {

    private static final int ROUNDS = 1_000;
    private static final int WARM_UP = 300;
    private static final long TURN_NANOS = 3_000_000;
    private static final int AT_ONCE = 20;

    private static volatile Object read;

    private record Reader(String name, Callable<Object> page, double[] times) {

        Reader(String name, Callable<Object> page) {
            this(name, page, new double[ROUNDS]);
        }

        /** Reads pages for a turn, and returns the nanoseconds that one took. */
        double turn() throws Exception {
            long start = System.nanoTime();
            int pages = 0;
            while (System.nanoTime() - start < TURN_NANOS) {
                for (int i = 0; i < AT_ONCE; i++) {
                    read = page.call();
                }
                pages += AT_ONCE;
            }
            return (double) (System.nanoTime() - start) / pages;
        }

        double fastest(int percent) {
            double[] sorted = times.clone();
            Arrays.sort(sorted);
            return sorted[ROUNDS * percent / 100];
        }

        /** Returns the median of the ratios to another reader in the same round. */
        double ratio(Reader other) {
            double[] ratios = new double[ROUNDS];
            Arrays.setAll(ratios, round -> times[round] / other.times[round]);
            Arrays.sort(ratios);
            return ratios[ROUNDS / 2];
        }

        long bytes() throws Exception {
            ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
            long thread = Thread.currentThread().getId();
            long before = threads.getThreadAllocatedBytes(thread);
            for (int i = 0; i < ROUNDS; i++) {
                read = page.call();
            }
            return (threads.getThreadAllocatedBytes(thread) - before) / ROUNDS;
        }
    }

    private ReadTurns() {}

    /** Measures for about 20 seconds. */
    public static void main(String[] args) throws Exception {
        CodecBenchmark benchmark = new CodecBenchmark();
        benchmark.checkThatAllAgree();
        Reader ours = new Reader("rpcidl", benchmark::rpcidlRead);
        List<Reader> readers = List.of(
                ours,
                new Reader("fastjson2", benchmark::fastjson2Read),
                new Reader("jacksonCore", benchmark::jacksonCoreRead),
                new Reader("the page's objects alone", benchmark::objects));
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Reader reader : readers) {
                reader.times[Math.max(round, 0)] = reader.turn();
            }
        }
        System.out.println(
                "| | fastest µs | rpcidl = 1 | 10th percentile µs | rpcidl = 1 | round by round | bytes allocated |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (Reader reader : readers) {
            System.out.printf(
                    "| %s | %.2f | %.2f | %.2f | %.2f | %.2f | %,d |%n",
                    reader.name(),
                    reader.fastest(0) / 1_000,
                    reader.fastest(0) / ours.fastest(0),
                    reader.fastest(10) / 1_000,
                    reader.fastest(10) / ours.fastest(10),
                    reader.ratio(ours),
                    reader.bytes());
        }
    }
}
