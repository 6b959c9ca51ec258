package benchmark.load;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import org.HdrHistogram.Histogram;

/** So many threads, each with one call at a time, and the next as soon as it has its answer. */
final class BlockingLoad implements Load {

    private final Caller.Blocking caller;
    private final int threads;
    private final ExecutorService executor;

    BlockingLoad(Caller.Blocking caller, int threads, ExecutorService executor) {
        this.caller = caller;
        this.threads = threads;
        this.executor = executor;
    }

    @Override
    public Result run(long nanos) throws InterruptedException {
        long start = System.nanoTime();
        return Threads.run(executor, threads, () -> loop(start, nanos));
    }

    private Result loop(long start, long nanos) {
        Histogram latencies = Load.histogram();
        int number = ThreadLocalRandom.current().nextInt(1, 1_000);
        long calls = 0;
        long errors = 0;
        long before = System.nanoTime();
        while (before - start < nanos) {
            if (isRight(caller, number++)) {
                calls++;
            } else {
                errors++;
            }
            long after = System.nanoTime();
            latencies.recordValue(after - before);
            before = after;
        }
        return new Result(calls, errors, before - start, latencies);
    }

    static boolean isRight(Caller.Blocking caller, int number) {
        try {
            return caller.call(number);
        } catch (Exception e) {
            Errors.show(e);
            return false;
        }
    }
}
