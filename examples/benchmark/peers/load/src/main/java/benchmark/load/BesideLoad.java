package benchmark.load;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Some load while another one runs on the same client. The result is that of the first, but for errors, which are those of both: the first
 * is worth nothing if the second did not do what it should, which is also so when it ends late.
 */
final class BesideLoad implements Load {

    private static final long LATE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Load measured;
    private final Load other;
    private final ExecutorService executor;

    BesideLoad(Load measured, Load other, ExecutorService executor) {
        this.measured = measured;
        this.other = other;
        this.executor = executor;
    }

    @Override
    public Result run(long nanos) throws InterruptedException {
        Future<Result> running = executor.submit(() -> other.run(nanos));
        Result result = measured.run(nanos);
        Result beside;
        try {
            beside = running.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the other load failed", e.getCause());
        }
        long late = beside.nanos() > nanos + LATE_NANOS ? 1 : 0;
        return new Result(result.calls(), result.errors() + beside.errors() + late, result.nanos(), result.latencies());
    }
}
