package io.rpcidl.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The memory that all connections of a server may take for messages on their way: those that have not come in whole, those of
 * calls in flight, and answers that nobody reads. What is at most {@link #SMALL} is not counted, so that small calls cost
 * nothing: how many there may be is limited otherwise. Safe for any number of threads.
 */
public final class MemoryBudget {

    /** So many bytes are never too many. */
    public static final int SMALL = 64 << 10;

    private final long limit;
    private final AtomicLong used = new AtomicLong();
    private final Set<Runnable> waiting = ConcurrentHashMap.newKeySet();
    private final Set<Share> droppable = ConcurrentHashMap.newKeySet(); // that hold something
    private final AtomicReference<@Nullable Share> dropping = new AtomicReference<>();

    /** Makes a budget of so many bytes. */
    public MemoryBudget(long limit) {
        this.limit = limit;
    }

    /** Returns how many bytes are taken. */
    public long used() {
        return used.get();
    }

    /** Returns whether more than 80 % is taken: who already has much should not get more. */
    public boolean isTight() {
        return !hasPlenty(0);
    }

    /** Returns whether it would not be tight with so many bytes more: they may be taken for what is not certain to be used. */
    public boolean hasPlenty(long bytes) {
        return used.get() + bytes <= limit / 5 * 4;
    }

    /** Runs a task, which must not block, as soon as it is not tight any more: here and now, or on the thread that gives back. */
    public void whenRoom(Runnable task) {
        waiting.add(task);
        runWaiting();
    }

    /** Takes back a task that was to be run when there is room. */
    public void forget(Runnable task) {
        waiting.remove(task);
    }

    /** Takes bytes if there is room for them, and says whether there was. */
    public boolean tryTake(long bytes) {
        boolean room = used.get() + bytes <= limit; // several at once may get a little more: that is no harm
        if (room) {
            used.addAndGet(bytes);
        } else {
            dropLargest(limit / 8);
        }
        return room;
    }

    /** Gives bytes back that were taken; may run tasks that wait for room: not to be called under a lock. */
    public void give(long bytes) {
        used.addAndGet(-bytes);
        runWaiting();
    }

    private void runWaiting() {
        if (!waiting.isEmpty() && !isTight()) {
            for (Runnable task : waiting) {
                if (waiting.remove(task)) {
                    task.run();
                }
            }
        }
    }

    /** Drops, of the shares that can be, the one that holds most, if that is more than a number of bytes; one at a time. */
    private void dropLargest(long least) {
        Share largest = null;
        for (Share share : droppable) {
            if (share.held > (largest == null ? least : largest.held)) {
                largest = share;
            }
        }
        if (largest != null && largest.drop != null && dropping.compareAndSet(null, largest)) {
            largest.drop.run();
        }
    }

    /** Makes the share of somebody who holds nothing yet. */
    public Share share() {
        return new Share(null);
    }

    /**
     * Makes the share of somebody who can be given up: when there is no room for others, and this is the largest such share.
     *
     * @param drop has it closed, soon; runs on any thread and must not block
     */
    public Share share(Runnable drop) {
        return new Share(drop);
    }

    /** What one holds. Safe for any number of threads. */
    public final class Share {

        private final @Nullable Runnable drop;
        private volatile long held; // changed under the lock
        private boolean closed; // guarded by this

        private Share(@Nullable Runnable drop) {
            this.drop = drop;
        }

        /** Says how much is held now, whether there is room for that or not. */
        public void hold(long bytes) {
            long more = change(bytes);
            if (more > 0) {
                if (drop != null) {
                    droppable.add(this);
                }
                if (used.addAndGet(more) > limit) {
                    dropLargest(0);
                }
            } else if (more < 0) {
                if (drop != null && counted(bytes) == 0) {
                    droppable.remove(this);
                }
                give(-more);
            }
        }

        /** Says how much is to be held now; returns false if there is no room for more: then that is not held. */
        public boolean tryHold(long bytes) {
            synchronized (this) {
                if (counted(bytes) > held) {
                    boolean room = tryTake(counted(bytes) - held);
                    held = room ? counted(bytes) : held;
                    return room;
                }
            }
            hold(bytes);
            return true;
        }

        /** Holds nothing, now and from now on. */
        public void close() {
            synchronized (this) {
                closed = true;
            }
            hold(0);
            droppable.remove(this);
            dropping.compareAndSet(this, null);
        }

        private synchronized long change(long bytes) {
            long more = counted(bytes) - held;
            held += more;
            return more;
        }

        private long counted(long bytes) {
            return bytes <= SMALL || closed ? 0 : bytes;
        }
    }
}
