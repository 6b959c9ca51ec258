package benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
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
        List<Future<Result>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(executor.submit(() -> loop(start, nanos)));
        }
        long calls = 0;
        long errors = 0;
        Histogram latencies = Load.histogram();
        for (Future<Result> each : running) {
            Result result = get(each);
            calls += result.calls();
            errors += result.errors();
            latencies.add(result.latencies());
        }
        return new Result(calls, errors, System.nanoTime() - start, latencies);
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

    static <T> T get(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread of the load failed", e.getCause());
        }
    }
}
