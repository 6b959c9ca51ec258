package resilience;

import io.rpcidl.runtime.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongFunction;

/**
 * Calls at a steady rate, whatever becomes of the calls before, as many callers do that do not know each other. A call's
 * latency counts from when it was due, so that a generator that is late hides nothing.
 */
final class OpenLoop implements AutoCloseable {

    private static final long SHORTEST_WAIT = 500_000;
    private static final AtomicLong TOKENS = new AtomicLong();

    private final Queue<Outcome> outcomes = new ConcurrentLinkedQueue<>();
    private final AtomicLong open = new AtomicLong();
    private final Thread thread;
    private volatile boolean stopped;

    private OpenLoop(int perSecond, LongFunction<? extends CompletableFuture<?>> call) {
        thread = new Thread(() -> run(1_000_000_000L / perSecond, call), "open-loop");
        thread.start();
    }

    /** Starts; {@code call} begins one call with a token unlike any other's. */
    static OpenLoop start(int perSecond, LongFunction<? extends CompletableFuture<?>> call) {
        return new OpenLoop(perSecond, call);
    }

    private void run(long period, LongFunction<? extends CompletableFuture<?>> call) {
        long due = System.nanoTime();
        while (!stopped) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(
                        Math.max(wait, SHORTEST_WAIT)); // to wake up for each call would be most of the work
                continue;
            }
            long began = due;
            long token = TOKENS.incrementAndGet();
            open.incrementAndGet();
            call.apply(token).whenComplete((result, thrown) -> {
                RpcException failure = thrown == null ? null : RpcException.of(thrown);
                outcomes.add(new Outcome(token, began, System.nanoTime() - began, failure));
                open.decrementAndGet();
            });
            due += period;
        }
    }

    /** Returns how many calls have ended so far. */
    int ended() {
        return outcomes.size();
    }

    /** Lets it go on for a while. */
    OpenLoop forMillis(long millis) throws InterruptedException {
        Thread.sleep(millis);
        return this;
    }

    /** Stops, waits for the last call, and returns what became of all. */
    List<Outcome> stop() throws InterruptedException {
        stopped = true;
        thread.join();
        while (open.get() > 0) {
            Thread.sleep(1);
        }
        return new ArrayList<>(outcomes);
    }

    @Override
    public void close() {
        stopped = true;
    }
}
