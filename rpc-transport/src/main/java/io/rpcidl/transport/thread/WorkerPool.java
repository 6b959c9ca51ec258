package io.rpcidl.transport.thread;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A bounded pool for many short tasks, any of which may block. What it saves are wake-ups, each of which costs more than a short
 * task: at any time one thread at most is on its way to the queue. It takes a task, and before it runs it, it wakes the
 * next thread if there is more. So a burst of short tasks is run by a few threads, the ones that ran last, and a burst of tasks that
 * block by as many as there are (the rule for threads that look for work in Go's scheduler: Vyukov, Scalable Go Scheduler Design
 * Doc, 2012). Safe for any number of threads.
 */
final class WorkerPool extends AbstractExecutorService {

    private final int maxThreads;
    private final int maxQueue;
    private final long idleNanos;
    private final ThreadFactory threads;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final AtomicInteger queued = new AtomicInteger();
    private final AtomicBoolean waking = new AtomicBoolean(); // a thread is on its way to the queue
    private final Deque<Worker> idle = new ArrayDeque<>(); // guarded by itself, as what follows
    private final Set<Worker> workers = new HashSet<>();
    private volatile boolean shutdown;

    /** Makes a pool that refuses what is over its threads and its queue, and whose threads end when they have been idle for a while. */
    WorkerPool(int maxThreads, int maxQueue, long idleNanos, ThreadFactory threads) {
        this.maxThreads = maxThreads;
        this.maxQueue = maxQueue;
        this.idleNanos = idleNanos;
        this.threads = threads;
    }

    @Override
    public void execute(Runnable task) {
        Objects.requireNonNull(task, "task");
        if (shutdown) {
            throw new RejectedExecutionException("the pool is shut down");
        }
        if (queued.incrementAndGet() > maxQueue) {
            queued.decrementAndGet();
            throw new RejectedExecutionException("more than " + maxQueue + " tasks wait for a thread");
        }
        tasks.add(task);
        try {
            wake();
        } catch (Throwable e) { // no memory for a thread
            if (tasks.remove(task)) {
                queued.decrementAndGet();
                throw e;
            }
        }
        if (shutdown && tasks.remove(task)) {
            throw new RejectedExecutionException("the pool is shut down");
        }
    }

    /** Sends a thread to the queue, unless one is on its way. If all are busy, each looks there when it is done. */
    private void wake() {
        if (waking.get() || !waking.compareAndSet(false, true)) {
            return;
        }
        Worker next;
        synchronized (idle) {
            next = idle.pollLast();
            if (next == null && workers.size() >= maxThreads) {
                waking.set(false);
                return;
            }
            if (next == null) {
                start();
                return;
            }
            next.resting = false;
        }
        LockSupport.unpark(next.thread);
    }

    private void start() {
        Worker worker = null;
        boolean started = false;
        try {
            worker = new Worker();
            workers.add(worker);
            worker.thread.start();
            started = true;
        } finally {
            if (!started) {
                workers.remove(worker);
                waking.set(false);
            }
        }
    }

    @Override
    public void shutdown() {
        shutdown = true;
        synchronized (idle) {
            idle.forEach(each -> LockSupport.unpark(each.thread));
        }
    }

    @Override
    public List<Runnable> shutdownNow() {
        shutdown();
        List<Runnable> never = new ArrayList<>();
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            never.add(task);
        }
        synchronized (idle) {
            workers.forEach(each -> each.thread.interrupt());
        }
        return never;
    }

    @Override
    public boolean isShutdown() {
        return shutdown;
    }

    @Override
    public boolean isTerminated() {
        synchronized (idle) {
            return shutdown && workers.isEmpty();
        }
    }

    @Override
    public boolean awaitTermination(long time, TimeUnit unit) throws InterruptedException {
        long end = System.nanoTime() + unit.toNanos(time);
        synchronized (idle) {
            for (long left = end - System.nanoTime(); !isTerminated(); left = end - System.nanoTime()) {
                if (left <= 0) {
                    return false;
                }
                TimeUnit.NANOSECONDS.timedWait(idle, left);
            }
            return true;
        }
    }

    private final class Worker implements Runnable {

        private final Thread thread = Objects.requireNonNull(threads.newThread(this));
        private volatile boolean resting; // among the idle; changed under the lock

        @Override
        public void run() {
            boolean sent = true; // to the queue, and not there yet
            do {
                sent = work(sent);
                if (!rest()) {
                    return;
                }
                if (sent) {
                    waking.set(false); // who finds it so finds this thread among the idle
                }
                sent = tasks.isEmpty() || !stir();
            } while (!sent || sleep());
        }

        /** Runs what there is; returns whether that was nothing, and the thread is on its way still. */
        private boolean work(boolean sent) {
            boolean onItsWay = sent;
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                queued.decrementAndGet();
                if (onItsWay) {
                    onItsWay = false;
                    waking.set(false);
                }
                if (!tasks.isEmpty()) {
                    help();
                }
                run(task);
            }
            return onItsWay;
        }

        private void help() {
            try {
                wake();
            } catch (Throwable e) { // no memory for another thread: this one takes what is next
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            }
        }

        private void run(Runnable task) {
            try {
                task.run();
            } catch (Throwable e) { // a task's own affair: the thread goes on
                thread.getUncaughtExceptionHandler().uncaughtException(thread, e);
            } finally {
                if (!shutdown) {
                    Thread.interrupted(); // it was meant for that task
                }
            }
        }

        /** Joins the idle; false if there is nothing to do ever again. */
        private boolean rest() {
            synchronized (idle) {
                resting = !shutdown || !tasks.isEmpty();
                if (resting) {
                    idle.addLast(this);
                } else {
                    end();
                }
                return resting;
            }
        }

        /** Leaves the idle by itself; false if it was called. */
        private boolean stir() {
            synchronized (idle) {
                boolean left = resting;
                resting = false;
                idle.removeLastOccurrence(this);
                return left;
            }
        }

        /** Waits until it is called; false if that was too long. */
        private boolean sleep() {
            long end = System.nanoTime() + idleNanos;
            while (resting) {
                LockSupport.parkNanos(this, idleNanos);
                if ((shutdown || System.nanoTime() - end >= 0) && leave()) {
                    return false;
                }
                Thread.interrupted();
            }
            return true;
        }

        /** Ends, at once for all who look; false if it was called. */
        private boolean leave() {
            synchronized (idle) {
                boolean left = stir();
                if (left) {
                    end();
                }
                return left;
            }
        }

        private void end() {
            workers.remove(this);
            idle.notifyAll();
        }
    }
}
