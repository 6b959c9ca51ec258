package io.rpcidl.transport.thread;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

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

    /** Makes an executor whose threads carry a name and a number. */
    public static ExecutorService newExecutor(String name) {
        try {
            return newVirtual(name);
        } catch (ReflectiveOperationException e) {
            return newPool(name); // 17 does not have them, 19 and 20 only as a preview
        }
    }

    /** {@code Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name(name, 1).factory())}, found at run time. */
    private static ExecutorService newVirtual(String name) throws ReflectiveOperationException {
        Class<?> builderType = Class.forName("java.lang.Thread$Builder");
        Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
        builderType.getMethod("name", String.class, long.class).invoke(builder, name + "-", 1L);
        Object factory = builderType.getMethod("factory").invoke(builder);
        return (ExecutorService) Executors.class
                .getMethod("newThreadPerTaskExecutor", ThreadFactory.class)
                .invoke(null, factory);
    }

    /** Makes daemon threads named {@code name-1}, {@code name-2} and so on. */
    public static ThreadFactory daemons(String name) {
        return daemons(name, Thread::new);
    }

    /** Makes daemon threads, named likewise, that refuse to be blocked. */
    public static ThreadFactory nonBlockingDaemons(String name) {
        return daemons(name, NonBlockingThread::new);
    }

    private static ThreadFactory daemons(String name, BiFunction<Runnable, String, Thread> maker) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = maker.apply(task, name + "-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }

    private static final class NonBlockingThread extends Thread implements NonBlocking {

        NonBlockingThread(Runnable task, String name) {
            super(task, name);
        }
    }

    private static ExecutorService newPool(String name) {
        return new WorkerPool(POOL_THREADS, POOL_QUEUE, TimeUnit.SECONDS.toNanos(IDLE_SECONDS), daemons(name));
    }
}
