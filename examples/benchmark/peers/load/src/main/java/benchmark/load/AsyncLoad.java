package benchmark.load;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.AtomicHistogram;

/** One thread that keeps so many calls in flight. Of eight calls the time of one is taken. */
final class AsyncLoad implements Load {

    private static final int SAMPLED = 8;

    private final Caller.Async caller;
    private final int inFlight;

    AsyncLoad(Caller.Async caller, int inFlight) {
        this.caller = caller;
        this.inFlight = inFlight;
    }

    @Override
    public Result run(long nanos) throws InterruptedException {
        Semaphore free = new Semaphore(inFlight);
        AtomicLong errors = new AtomicLong();
        AtomicHistogram latencies = new AtomicHistogram(Load.histogram());
        Caller.Outcome unsampled = right -> ended(right, errors, free);
        long start = System.nanoTime();
        int calls = 0;
        for (long now = start; now - start < nanos; now = System.nanoTime()) {
            free.acquire();
            Caller.Outcome outcome = calls % SAMPLED == 0 ? sampled(latencies, unsampled) : unsampled;
            caller.call(calls++ % 1_000 + 1, outcome);
        }
        free.acquire(inFlight);
        return new Result(calls - errors.get(), errors.get(), System.nanoTime() - start, latencies);
    }

    private static Caller.Outcome sampled(AtomicHistogram latencies, Caller.Outcome outcome) {
        long before = System.nanoTime();
        return right -> {
            latencies.recordValue(System.nanoTime() - before);
            outcome.ended(right);
        };
    }

    private static void ended(boolean right, AtomicLong errors, Semaphore free) {
        if (!right) {
            errors.incrementAndGet();
        }
        free.release();
    }
}
