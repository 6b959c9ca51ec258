package io.rpcidl.runtime.stream;

import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.transport.thread.NonBlocking;
import java.util.concurrent.Flow;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Items that code writes and blocks over: published to one subscriber, who gets each on the thread that writes it. Safe
 * for any number of threads.
 */
public final class ItemPipe implements Flow.Publisher<Payload>, Flow.Subscription {

    private final ReentrantLock lock = new ReentrantLock(); // not a monitor, which would pin virtual threads
    private final Condition change = lock.newCondition();

    // all below is guarded by lock
    private Flow.@Nullable Subscriber<? super Payload> subscriber;
    private long demand;
    private boolean busy; // a signal is on its way
    private boolean ended;
    private @Nullable Throwable failure;
    private boolean told; // the subscriber, that it has ended
    private boolean cancelled;

    /**
     * Writes an item, when the subscriber has asked for one.
     *
     * @return whether it was taken; false if nobody wants items any more
     * @throws RpcException {@link StatusCode#CANCELLED} if the thread is interrupted, or another one gives the items up
     * @throws IllegalStateException after the end
     */
    public boolean write(Payload item) {
        Flow.Subscriber<? super Payload> to;
        lock.lock();
        try {
            while (!cancelled && !ended && (busy || demand == 0 || subscriber == null)) {
                NonBlocking.check("room for items");
                change.await();
            }
            if (ended && failure == null) {
                throw new IllegalStateException("an item after the last one");
            }
            if (ended) {
                throw new RpcException(Status.maybeProcessed(StatusCode.CANCELLED, "closed by the caller"), failure);
            }
            if (cancelled) {
                return false;
            }
            demand--;
            busy = true;
            to = subscriber;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            String message = "interrupted while waiting for room for an item";
            throw new RpcException(Status.maybeProcessed(StatusCode.CANCELLED, message), e);
        } finally {
            lock.unlock();
        }
        try {
            to.onNext(item);
        } finally {
            idle();
        }
        return true;
    }

    /** Ends the items, behind those that were written; null if all is well. The first end counts. */
    public void end(@Nullable Throwable reason) {
        boolean tells;
        lock.lock();
        try {
            if (!ended) {
                ended = true;
                failure = reason;
                change.signalAll();
            }
            tells = mayTellEnd();
        } finally {
            lock.unlock();
        }
        if (tells) {
            tellEnd();
        }
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Payload> newSubscriber) {
        lock.lock();
        try {
            if (subscriber != null) {
                throw new IllegalStateException("the items of a call have one subscriber already");
            }
            subscriber = newSubscriber;
            busy = true; // not before onSubscribe
        } finally {
            lock.unlock();
        }
        newSubscriber.onSubscribe(this);
        idle();
    }

    @Override
    public void request(long items) {
        lock.lock();
        try {
            demand = demand + items < 0 ? Long.MAX_VALUE : demand + Math.max(0, items);
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void cancel() {
        lock.lock();
        try {
            cancelled = true;
            change.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void idle() {
        boolean tells;
        lock.lock();
        try {
            busy = false;
            change.signalAll();
            tells = mayTellEnd();
        } finally {
            lock.unlock();
        }
        if (tells) {
            tellEnd();
        }
    }

    /** Returns whether the end is to be told now, which no other is then: once no item is on its way any more. */
    private boolean mayTellEnd() {
        boolean may = ended && !told && !busy && !cancelled && subscriber != null;
        told |= may;
        return may;
    }

    /** Tells the end; neither the subscriber nor the reason changes behind it. */
    private void tellEnd() {
        if (failure == null) {
            subscriber.onComplete();
        } else {
            subscriber.onError(failure);
        }
    }
}
