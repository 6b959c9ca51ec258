package soak;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** Counts what became of all calls. Safe for any number of threads. */
final class Ledger {

    private static final int MOST_SHOWN = 40;

    private final Map<Kind, LongAdder> right = new ConcurrentHashMap<>();
    private final Map<Kind, LongAdder> failed = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> errors = new ConcurrentHashMap<>();
    private final Map<String, LongAdder> faults = new ConcurrentHashMap<>();
    private final AtomicLong unexplained = new AtomicLong();
    private final long start = System.nanoTime();

    /** A call of a kind had its right outcome. */
    void right(Kind kind) {
        right.computeIfAbsent(kind, any -> new LongAdder()).increment();
    }

    /** A call has failed. */
    void failed(Route route, Kind kind, RpcException failure) {
        failed.computeIfAbsent(kind, any -> new LongAdder()).increment();
        Status status = failure.status();
        String cause = route.name() + ": " + status.code() + ", processed " + status.processed() + ": "
                + status.message().replaceAll("\\d+", "N");
        String shown = cause.length() > 150 ? cause.substring(0, 150) + " ..." : cause;
        errors.computeIfAbsent(shown, any -> new LongAdder()).increment();
        if (!route.explains().test(kind, status)) {
            unexplained(route.name() + ", " + kind + ": " + status);
        }
    }

    /** A fault was injected. */
    void fault(String name) {
        faults.computeIfAbsent(name, any -> new LongAdder()).increment();
    }

    /** Something happened that nothing explains. */
    void unexplained(String what) {
        if (unexplained.incrementAndGet() <= MOST_SHOWN) {
            long seconds = (System.nanoTime() - start) / 1_000_000_000;
            System.out.println("UNEXPLAINED after " + seconds + " s: " + what);
        }
    }

    long unexplained() {
        return unexplained.get();
    }

    long calls() {
        return sum(right) + sum(failed);
    }

    private static long sum(Map<Kind, LongAdder> counts) {
        return counts.values().stream().mapToLong(LongAdder::sum).sum();
    }

    /** Prints all that was counted. */
    void print() {
        System.out.printf("%n%-16s %12s %12s%n", "calls", "right", "failed");
        new EnumMap<>(right).forEach((kind, count) -> {
            long lost = failed.getOrDefault(kind, new LongAdder()).sum();
            System.out.printf("%-16s %,12d %,12d%n", kind, count.sum(), lost);
        });
        System.out.printf("%-16s %,12d %,12d%n", "all", sum(right), sum(failed));
        print("faults injected", faults);
        print("errors that they explain, and others", errors);
    }

    private static void print(String title, Map<String, LongAdder> counts) {
        System.out.printf("%n%s%n", title);
        new TreeMap<>(counts).forEach((name, count) -> System.out.printf("%,12d  %s%n", count.sum(), name));
    }
}
