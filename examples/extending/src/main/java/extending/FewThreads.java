package extending;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Few threads and a short queue: an executor for handlers that must not crowd a database. */
public final class FewThreads {

    private FewThreads() {}

    /** Makes an executor that refuses what is over both; the server then answers {@code RESOURCE_EXHAUSTED}. */
    public static ExecutorService of(int threads, int queue) {
        return new ThreadPoolExecutor(threads, threads, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(queue));
    }
}
