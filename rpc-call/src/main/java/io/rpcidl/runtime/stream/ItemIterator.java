package io.rpcidl.runtime.stream;

import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.transport.thread.NonBlocking;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's items for code that waits for them. It takes what is there, some at a time, and else asks for one: so each is
 * decoded on the reader's own thread. Read by one thread at a time; any may close it.
 *
 * @param <T> the items' Java type
 */
public final class ItemIterator<T> implements RpcStream<T>, Flow.Subscriber<Payload> {

    private final @Nullable ReadyItems source; // null if something is in between, which must see each item
    private final Function<Payload, T> decoder;
    private final Function<Status, RpcException> failures;
    private final List<Payload> taken = new ArrayList<>(); // by who has set asked, on their way to those that are ready
    private final ReentrantLock lock = new ReentrantLock(); // not a monitor, which would pin virtual threads
    private final Condition change = lock.newCondition();

    // all below is guarded by lock
    private Flow.@Nullable Subscription upstream;
    private boolean asked; // for more, which is not there yet
    private final Queue<Payload> ready = new ArrayDeque<>();
    private boolean closed; // by the reader
    private boolean ended;
    private @Nullable Status failure;

    /**
     * Subscribes.
     *
     * @param decoder reads an item, or fails with an {@link RpcException}, which ends the stream
     * @param failures makes what the reader is thrown, on the reader's thread
     */
    public ItemIterator(
            Flow.Publisher<Payload> items, Function<Payload, T> decoder, Function<Status, RpcException> failures) {
        this.source = items instanceof ReadyItems own ? own : null;
        this.decoder = decoder;
        this.failures = failures;
        items.subscribe(this);
    }

    @Override
    public boolean hasNext() {
        while (true) {
            Flow.Subscription ask;
            lock.lock();
            try {
                if (!ready.isEmpty()) {
                    return true;
                }
                if (ended) {
                    break;
                }
                ask = asked ? null : upstream;
                asked = ask != null || asked;
                if (ask == null) {
                    NonBlocking.check("items");
                    change.await();
                }
            } catch (InterruptedException e) {
                throw interrupted(e);
            } finally {
                lock.unlock();
            }
            if (ask != null && !takes()) {
                ask.request(1); // it may be there when this returns
            }
        }
        if (failure == null) { // it does not change after the end
            return false;
        }
        throw failures.apply(failure);
    }

    /** Takes what was there without being asked for: also where the stream has ended meanwhile, for this came before. */
    private boolean takes() {
        if (source == null || !source.take(taken)) {
            return false;
        }
        lock.lock();
        try {
            asked = false;
            if (!closed) {
                ready.addAll(taken);
            }
        } finally {
            taken.clear();
            lock.unlock();
        }
        return true;
    }

    /** Fails if the stream has failed and nothing of it is left to be read. */
    public void check() {
        if (isOver() && failure != null) {
            throw failures.apply(failure);
        }
    }

    private boolean isOver() {
        lock.lock();
        try {
            return ended && ready.isEmpty();
        } finally {
            lock.unlock();
        }
    }

    private RpcException interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        close();
        String message = "interrupted while waiting for an item";
        return new RpcException(Status.maybeProcessed(StatusCode.CANCELLED, message), cause);
    }

    @Override
    public T next() {
        Payload item = poll();
        while (item == null) {
            if (!hasNext()) {
                throw new NoSuchElementException("the stream has ended");
            }
            item = poll(); // none if it has been closed just now
        }
        try {
            return decoder.apply(item);
        } catch (RpcException e) {
            cancel(e.status());
            throw e;
        }
    }

    private @Nullable Payload poll() {
        lock.lock();
        try {
            return ready.poll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        cancel(Status.maybeProcessed(StatusCode.CANCELLED, "the stream is closed"));
    }

    private void cancel(Status reason) {
        Flow.Subscription cancelled;
        lock.lock();
        try {
            closed = true;
            ready.clear();
            if (ended) {
                return;
            }
            cancelled = upstream;
        } finally {
            lock.unlock();
        }
        end(reason);
        if (cancelled != null) {
            cancelled.cancel();
        }
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        boolean useless;
        lock.lock();
        try {
            useless = ended;
            upstream = subscription;
            change.signalAll();
        } finally {
            lock.unlock();
        }
        if (useless) {
            subscription.cancel();
        }
    }

    @Override
    public void onNext(Payload item) {
        lock.lock();
        try {
            if (!ended && !closed) {
                asked = false;
                ready.add(item);
                change.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void onError(Throwable thrown) {
        end(
                thrown instanceof RpcException failed
                        ? failed.status()
                        : Status.maybeProcessed(StatusCode.INTERNAL, "the items failed: " + thrown));
    }

    @Override
    public void onComplete() {
        end(null);
    }

    private void end(@Nullable Status reason) {
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                failure = reason;
                change.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
