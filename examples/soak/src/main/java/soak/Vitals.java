package soak;

import java.io.File;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;

/** Heap, threads and descriptors of this process over time, and whether they grow. For one thread. */
final class Vitals {

    private static final int WARM_UP_PERCENT = 20;
    private static final double GROWTH = 1.25;

    /** What is measured, and how much may be added, beside a quarter, before it counts as growth. */
    private enum Sign {
        HEAP("heap after GC, kB", Sample::heap, 4_096),
        THREADS("threads", Sample::threads, 20),
        DESCRIPTORS("descriptors", Sample::descriptors, 20);

        private final String title;
        private final ToLongFunction<Sample> value;
        private final long allowance;

        Sign(String title, ToLongFunction<Sample> value, long allowance) {
            this.title = title;
            this.value = value;
            this.allowance = allowance;
        }
    }

    record Sample(long heap, long threads, long descriptors) {

        /** Takes a sample of this process; collects garbage first. */
        static Sample take() {
            System.gc();
            Runtime jvm = Runtime.getRuntime();
            String[] open = new File("/proc/self/fd").list();
            return new Sample(
                    (jvm.totalMemory() - jvm.freeMemory()) / 1_024,
                    ManagementFactory.getThreadMXBean().getThreadCount(),
                    open == null ? 0 : open.length);
        }
    }

    private final List<Sample> samples = new ArrayList<>();

    Sample look() {
        samples.add(Sample.take());
        return samples.get(samples.size() - 1);
    }

    /**
     * Prints the first, the last and the most of each, and tells the ledger what grows: the least of each third is compared,
     * for what is in flight comes and goes.
     */
    void judge(Ledger ledger) {
        List<Sample> warm = samples.subList(samples.size() * WARM_UP_PERCENT / 100, samples.size());
        System.out.printf(
                "%n%-20s %9s %9s %9s   least of each third after warm-up%n", "vital signs", "first", "last", "most");
        for (Sign sign : Sign.values()) {
            int third = Math.max(1, warm.size() / 3);
            long early = least(warm.subList(0, third), sign);
            long middle = least(warm.subList((warm.size() - third) / 2, (warm.size() + third) / 2), sign);
            long late = least(warm.subList(warm.size() - third, warm.size()), sign);
            long most = samples.stream().mapToLong(sign.value).max().orElseThrow();
            long first = sign.value.applyAsLong(samples.get(0));
            long last = sign.value.applyAsLong(samples.get(samples.size() - 1));
            System.out.printf(
                    "%-20s %,9d %,9d %,9d   %,d  %,d  %,d%n", sign.title, first, last, most, early, middle, late);
            if (late > early * GROWTH + sign.allowance) {
                ledger.unexplained(sign.title + " grows: from " + early + " to " + late);
            }
        }
    }

    private static long least(List<Sample> of, Sign sign) {
        return of.stream().mapToLong(sign.value).min().orElseThrow();
    }
}
