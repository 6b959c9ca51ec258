package benchmark.load;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.HdrHistogram.Histogram;

/** Runs the same load on some threads at once. */
final class Threads {

    private Threads() {}

    /** Returns what came of all of them together. */
    static Load.Result run(ExecutorService executor, int threads, Callable<Load.Result> load)
            throws InterruptedException {
        long start = System.nanoTime();
        List<Future<Load.Result>> running = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            running.add(executor.submit(load));
        }
        long calls = 0;
        long errors = 0;
        Histogram latencies = Load.histogram();
        for (Future<Load.Result> each : running) {
            Load.Result result = get(each);
            calls += result.calls();
            errors += result.errors();
            latencies.add(result.latencies());
        }
        return new Load.Result(calls, errors, System.nanoTime() - start, latencies);
    }

    private static <T> T get(Future<T> future) throws InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a thread of the load failed", e.getCause());
        }
    }
}
