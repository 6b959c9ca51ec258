package io.rpcidl.runtime.stream;

import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.RpcStream;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.transport.thread.NonBlocking;
import java.util.NoSuchElementException;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A publisher's items for code that waits for them. It takes what is there, and else asks for one: so each is decoded on the
 * reader's own thread.
 *
 * @param <T> the items' Java type
 */
public final class ItemIterator<T> implements RpcStream<T>, Flow.Subscriber<Payload> {

    private final @Nullable InboundItems inbound; // null if something is in between, which must see each item
    private final Function<Payload, T> decoder;
    private final Function<Status, RpcException> failures;
    private final ReentrantLock lock = new ReentrantLock(); // not a monitor, which would pin virtual threads
    private final Condition change = lock.newCondition();

    // all below is guarded by lock
    private Flow.@Nullable Subscription upstream;
    private boolean asked;
    private @Nullable Payload next;
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
        this.inbound = items instanceof InboundItems own ? own : null;
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
                if (next != null) {
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
            if (ask != null && inbound != null && takes(inbound.poll())) {
                return true;
            }
            if (ask != null) {
                ask.request(1); // it may be there when this returns
            }
        }
        if (failure == null) { // it does not change after the end
            return false;
        }
        throw failures.apply(failure);
    }

    /** Takes what was there without being asked for: also where the stream has ended meanwhile, for this came before. */
    private boolean takes(@Nullable Payload item) {
        if (item == null) {
            return false;
        }
        lock.lock();
        try {
            next = item;
            return true;
        } finally {
            lock.unlock();
        }
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
            return ended && next == null;
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
        if (!hasNext()) {
            throw new NoSuchElementException("the stream has ended");
        }
        Payload item;
        lock.lock();
        try {
            item = next;
            next = null;
            asked = false;
        } finally {
            lock.unlock();
        }
        try {
            return decoder.apply(item);
        } catch (RpcException e) {
            cancel(e.status());
            throw e;
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
            next = null;
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
            if (!ended) {
                next = item;
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
