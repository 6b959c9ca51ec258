package quickstart;

import io.rpcidl.runtime.RpcException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import shop.v1.Shop;

/** Threads that call without a pause. */
final class Callers {

    static final int COUNT = 8;

    final BlockingQueue<RpcException> failures = new LinkedBlockingQueue<>();
    private final AtomicInteger answers = new AtomicInteger();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final List<Thread> threads = new ArrayList<>();

    Callers(Shop shop) {
        for (int i = 0; i < COUNT; i++) {
            Thread thread = new Thread(() -> call(shop));
            threads.add(thread);
            thread.start();
        }
    }

    private void call(Shop shop) {
        while (!stopped.get()) {
            try {
                shop.get("A-1");
                answers.incrementAndGet();
            } catch (RpcException e) {
                failures.add(e);
            }
        }
    }

    void awaitCalls(int more) {
        int enough = answers.get() + more;
        while (answers.get() < enough) {
            Thread.onSpinWait();
        }
    }

    void stop() throws InterruptedException {
        stopped.set(true);
        for (Thread thread : threads) {
            thread.join();
        }
    }
}
