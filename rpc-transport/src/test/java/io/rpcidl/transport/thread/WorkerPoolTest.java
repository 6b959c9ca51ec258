package io.rpcidl.transport.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class WorkerPoolTest {

    private static final int THREADS = 8;
    private static final int QUEUE = 100_000;
    private static final long LONG = Duration.ofMinutes(10).toNanos();

    private WorkerPool pool = pool(THREADS, QUEUE, LONG);

    private static WorkerPool pool(int threads, int queue, long idleNanos) {
        return new WorkerPool(threads, queue, idleNanos, Workers.daemons("test-worker"));
    }

    @AfterEach
    void shutDown() {
        pool.shutdownNow();
    }

    @Test
    void allTasksOfAllThreadsAreRun() throws Exception {
        int each = 20_000;
        AtomicInteger ran = new AtomicInteger();
        CountDownLatch all = new CountDownLatch(4 * each);
        List<Thread> givers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            givers.add(new Thread(() -> {
                for (int j = 0; j < each; j++) {
                    pool.execute(() -> {
                        ran.incrementAndGet();
                        all.countDown();
                    });
                }
            }));
        }
        givers.forEach(Thread::start);
        assertTrue(all.await(50, TimeUnit.SECONDS), ran + " of " + 4 * each);
    }

    @Test
    void noTaskIsLostBetweenRestAndWork() throws Exception {
        for (int i = 0; i < 20_000; i++) { // one at a time: its thread has just gone to rest, or is about to
            CompletableFuture<Integer> done = new CompletableFuture<>();
            int number = i;
            pool.execute(() -> done.complete(number));
            assertEquals(number, done.get(50, TimeUnit.SECONDS));
        }
    }

    @Test
    void tasksThatBlockHaveAThreadEach() throws Exception {
        CyclicBarrier all = new CyclicBarrier(THREADS + 1);
        for (int round = 0; round < 100; round++) {
            for (int i = 0; i < THREADS; i++) {
                pool.execute(() -> pass(all));
            }
            all.await(50, TimeUnit.SECONDS);
        }
    }

    private static void pass(CyclicBarrier barrier) {
        try {
            barrier.await(50, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatIsOverThreadsAndQueueIsRefused() throws Exception {
        pool = pool(2, 3, LONG);
        CountDownLatch began = new CountDownLatch(2);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(5);
        Runnable blocking = () -> {
            began.countDown();
            await(go);
            ended.countDown();
        };
        pool.execute(blocking);
        pool.execute(blocking);
        await(began);
        for (int i = 0; i < 3; i++) {
            pool.execute(blocking);
        }
        assertEquals(
                "more than 3 tasks wait for a thread",
                assertThrows(RejectedExecutionException.class, () -> pool.execute(blocking))
                        .getMessage());
        go.countDown();
        await(ended);
        CompletableFuture<Boolean> more = new CompletableFuture<>();
        pool.execute(() -> more.complete(true));
        assertTrue(more.get(50, TimeUnit.SECONDS));
    }

    @Test
    void aThreadOutlivesATaskThatFails() throws Exception {
        BlockingQueue<Throwable> told = new LinkedBlockingQueue<>();
        pool = new WorkerPool(1, QUEUE, LONG, task -> {
            Thread thread = new Thread(task);
            thread.setDaemon(true);
            thread.setUncaughtExceptionHandler((which, thrown) -> told.add(thrown));
            return thread;
        });
        BlockingQueue<Thread> threads = new LinkedBlockingQueue<>();
        AssertionError error = new AssertionError("a task's");
        pool.execute(() -> {
            threads.add(Thread.currentThread());
            throw error;
        });
        assertSame(error, told.poll(50, TimeUnit.SECONDS));
        pool.execute(() -> threads.add(Thread.currentThread()));
        assertSame(threads.poll(50, TimeUnit.SECONDS), threads.poll(50, TimeUnit.SECONDS));
    }

    @Test
    void anInterruptEndsWithItsTask() throws Exception {
        pool = pool(1, QUEUE, LONG);
        pool.execute(() -> Thread.currentThread().interrupt());
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        pool.execute(() -> interrupted.complete(Thread.currentThread().isInterrupted()));
        assertFalse(interrupted.get(50, TimeUnit.SECONDS));
    }

    @Test
    void threadsEndThatAreIdleForLongAndOthersBegin() throws Exception {
        pool = pool(2, QUEUE, Duration.ofMillis(1).toNanos());
        for (int i = 0; i < 20; i++) {
            CompletableFuture<Thread> ran = new CompletableFuture<>();
            pool.execute(() -> ran.complete(Thread.currentThread()));
            Thread thread = ran.get(50, TimeUnit.SECONDS);
            thread.join(50_000);
            assertFalse(thread.isAlive());
        }
    }

    /** Its only thread is about to end, again and again, when the next task comes. */
    @Test
    void noTaskIsLeftBehindByAThreadThatEnds() throws Exception {
        pool = pool(1, QUEUE, 1_000);
        for (int i = 0; i < 20_000; i++) {
            CompletableFuture<Boolean> done = new CompletableFuture<>();
            pool.execute(() -> done.complete(true));
            assertTrue(done.get(50, TimeUnit.SECONDS));
        }
    }

    @Test
    void aTaskForWhichNoThreadCanBeMadeIsRefusedAndNotRun() throws Exception {
        AtomicInteger made = new AtomicInteger();
        OutOfMemoryError none = new OutOfMemoryError("no thread");
        pool = new WorkerPool(2, QUEUE, LONG, task -> {
            if (made.getAndIncrement() % 2 == 0) {
                throw none;
            }
            return Workers.daemons("test-worker").newThread(task);
        });
        AtomicInteger ran = new AtomicInteger();
        assertSame(none, assertThrows(OutOfMemoryError.class, () -> pool.execute(ran::incrementAndGet)));
        CompletableFuture<Integer> next = new CompletableFuture<>();
        pool.execute(() -> next.complete(ran.get()));
        assertEquals(0, next.get(50, TimeUnit.SECONDS));
    }

    @Test
    void afterShutdownWhatIsQueuedIsRunAndNothingElse() throws Exception {
        pool = pool(1, QUEUE, LONG);
        CountDownLatch go = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(2);
        for (int i = 0; i < 2; i++) {
            pool.execute(() -> {
                await(go);
                ended.countDown();
            });
        }
        pool.shutdown();
        assertThrows(RejectedExecutionException.class, () -> pool.execute(() -> {}));
        assertFalse(pool.awaitTermination(1, TimeUnit.MILLISECONDS));
        go.countDown();
        assertTrue(pool.awaitTermination(50, TimeUnit.SECONDS));
        assertEquals(0, ended.getCount());
        assertTrue(pool.isTerminated());
    }

    @Test
    void shutdownNowInterruptsAndReturnsWhatWasNotBegun() throws Exception {
        pool = pool(1, QUEUE, LONG);
        CountDownLatch began = new CountDownLatch(1);
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        pool.execute(() -> {
            began.countDown();
            try {
                new CountDownLatch(1).await(); // which nobody counts down
                interrupted.complete(false);
            } catch (InterruptedException e) {
                interrupted.complete(true);
            }
        });
        await(began);
        Runnable never = () -> {};
        pool.execute(never);
        assertEquals(List.of(never), pool.shutdownNow());
        assertTrue(interrupted.get(50, TimeUnit.SECONDS));
        assertTrue(pool.awaitTermination(50, TimeUnit.SECONDS));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(50, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
