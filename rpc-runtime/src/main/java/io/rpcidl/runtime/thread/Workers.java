package io.rpcidl.runtime.thread;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes executors for code that may block: a virtual thread for each task where the JVM has them (21 and later), else a
 * bounded pool of daemon threads with a bounded queue, which refuses what is over both.
 */
public final class Workers {

    private static final int POOL_THREADS =
            Math.max(64, 8 * Runtime.getRuntime().availableProcessors());
    private static final int POOL_QUEUE = 10_000;
    private static final int IDLE_SECONDS = 30;

    private Workers() {}

    /** Makes an executor whose pool threads, if it has any, carry a name. */
    public static ExecutorService newExecutor(String name) {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            return newPool(name);
        } catch (InvocationTargetException e) {
            return newPool(name); // 19 and 20 have it as a preview, switched off
        }
    }

    /** Makes daemon threads named {@code name-1}, {@code name-2} and so on. */
    public static ThreadFactory daemons(String name) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static ExecutorService newPool(String name) {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                POOL_THREADS,
                POOL_THREADS,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(POOL_QUEUE),
                daemons(name));
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }
}
