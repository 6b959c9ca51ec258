package benchmark.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * So many calls a second whatever becomes of them, as users make them: each is due at a time, and its own time runs from then, also if no
 * thread was free (Tene, "How NOT to Measure Latency").
 */
final class OpenLoad implements Load {

    private final Caller.Blocking caller;
    private final int threads;
    private final double callsPerSecond;
    private final ExecutorService executor;

    OpenLoad(Caller.Blocking caller, int threads, double callsPerSecond, ExecutorService executor) {
        this.caller = caller;
        this.threads = threads;
        this.callsPerSecond = callsPerSecond;
        this.executor = executor;
    }

    @Override
    public Result run(long nanos) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        long start = System.nanoTime();
        return Threads.run(executor, threads, () -> loop(start, nanos, next));
    }

    private Result loop(long start, long nanos, AtomicInteger next) {
        Histogram latencies = Load.histogram();
        long calls = 0;
        long errors = 0;
        while (true) {
            int number = next.getAndIncrement();
            long due = (long) (number * 1e9 / callsPerSecond);
            if (due >= nanos) {
                return new Result(calls, errors, nanos, latencies);
            }
            for (long left = start + due - System.nanoTime(); left > 0; left = start + due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            if (BlockingLoad.isRight(caller, number % 1_000 + 1)) {
                calls++;
            } else {
                errors++;
            }
            latencies.recordValue(System.nanoTime() - start - due);
        }
    }
}
