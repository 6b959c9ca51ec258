package io.rpcidl.runtime;

import io.rpcidl.transport.OneLine;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The signal that nobody waits for a call any more. The caller gives it, by an interrupt or by cancelling a future; what
 * carries the call passes it on; the handler, and each call that the handler made, are told. Safe for any number of
 * threads; blocks only as its tasks do.
 *
 * <pre>{@code
 * ServerCall.current().onCancel(query::stop); // in a handler
 * }</pre>
 */
public final class Cancellation {

    private static final Logger LOG = LoggerFactory.getLogger(Cancellation.class);

    private enum State {
        OPEN,
        CANCELLED,
        CLOSED
    }

    private final @Nullable Cancellation parent;
    private final @Nullable Runnable inParent;
    private volatile State state = State.OPEN; // changed under the lock
    private volatile boolean begun;
    private List<Runnable> tasks = List.of(); // guarded by this; never changed, but replaced

    /** Makes the signal of a call that is made within no other. */
    public Cancellation() {
        this.parent = null;
        this.inParent = null;
    }

    private Cancellation(Cancellation parent) {
        this.parent = parent;
        this.inParent = this::cancel;
        parent.onCancel(inParent);
    }

    /** Makes the signal of a call that is made within this one, and is cancelled with it. */
    public Cancellation within() {
        return new Cancellation(this);
    }

    /** Cancels: runs, on this thread, the tasks that wait for it. Does nothing once it was done, or once it is closed. */
    public void cancel() {
        end(State.CANCELLED).forEach(Cancellation::run);
    }

    /** The call is over: no task will be run, and the call that it was made within does not hold it any longer. */
    public void close() {
        end(State.CLOSED);
    }

    /** Says that code begins to carry out the call; whoever ends it for its deadline says whether that was so. */
    public void begin() {
        begun = true;
    }

    /** Returns whether code has begun to carry out the call. */
    public boolean hasBegun() {
        return begun;
    }

    /** Returns whether it was cancelled. */
    public boolean isCancelled() {
        return state == State.CANCELLED;
    }

    /** Runs a task, which must neither block nor throw, once it is cancelled: here and now, if it is. */
    public void onCancel(Runnable task) {
        synchronized (this) {
            if (state == State.OPEN) {
                tasks = tasks.isEmpty() ? List.of(task) : with(task);
                return;
            }
        }
        if (isCancelled()) {
            run(task);
        }
    }

    /** Whoever else waits, and the connection that brings the news, must not suffer from one task that fails. */
    private static void run(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException | Error e) {
            LOG.error("a task failed that was to run once a call is cancelled", OneLine.of(e));
        }
    }

    private List<Runnable> with(Runnable task) {
        List<Runnable> more = new ArrayList<>(tasks.size() + 1);
        more.addAll(tasks);
        more.add(task);
        return more;
    }

    private List<Runnable> end(State last) {
        List<Runnable> waiting;
        synchronized (this) {
            if (state != State.OPEN) {
                return List.of();
            }
            state = last;
            waiting = tasks;
            tasks = List.of();
        }
        if (parent != null && inParent != null) {
            parent.forget(inParent);
        }
        return waiting;
    }

    private synchronized void forget(Runnable task) {
        if (!tasks.isEmpty()) {
            List<Runnable> less = new ArrayList<>(tasks);
            less.removeIf(each -> each == task);
            tasks = less;
        }
    }
}
