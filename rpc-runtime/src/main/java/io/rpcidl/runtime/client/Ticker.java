package io.rpcidl.runtime.client;

import io.rpcidl.transport.OneLine;
import io.rpcidl.transport.thread.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread that runs what is to be run soon, all of it together: so a thousand clients wake it no more often than one. While
 * there is nothing to run it sleeps. Safe for any number of threads.
 */
final class Ticker implements AutoCloseable {

    static final int TICK_MILLIS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(
            1,
            Workers.nonBlockingDaemons("rpcidl-deadlines"),
            new ThreadPoolExecutor.DiscardPolicy()); // once it is closed
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean due = new AtomicBoolean();

    /** Runs a short task within {@value #TICK_MILLIS} ms. */
    void soon(Runnable task) {
        tasks.add(task);
        if (!due.get() && due.compareAndSet(false, true)) {
            timer.schedule(this::tick, TICK_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    private void tick() {
        due.set(false); // first: what is not taken now has another tick come
        List<Runnable> taken = new ArrayList<>();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            taken.add(task);
        }
        for (Runnable task : taken) {
            try {
                task.run();
            } catch (RuntimeException | Error e) { // one client's, and not the others'
                LOG.error("calls could not be looked at for their deadlines", OneLine.of(e));
            }
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
