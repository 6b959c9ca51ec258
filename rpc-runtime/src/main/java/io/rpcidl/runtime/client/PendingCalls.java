package io.rpcidl.runtime.client;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls in flight on one connection: a slot for each, found by the low bits of its id. Safe for any number of
 * threads.
 */
final class PendingCalls {

    /** The id of the first call. */
    static final long FIRST_ID = 1;

    private static final int SLOTS = 1_024;

    private final AtomicReferenceArray<PendingCall> slots = new AtomicReferenceArray<>(SLOTS);
    private final AtomicLong nextId = new AtomicLong(FIRST_ID);
    private final AtomicInteger count = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger(); // of these
    private final int limit;

    PendingCalls(int limit) {
        this.limit = Math.min(limit, SLOTS);
    }

    /** Gives a call an id and a slot; false if all are taken. */
    boolean add(PendingCall call) {
        if (count.incrementAndGet() > limit) {
            count.decrementAndGet();
            return false;
        }
        while (true) { // count guarantees that a slot is free or about to be
            long id = nextId.getAndIncrement();
            call.id(id);
            if (slots.compareAndSet(slot(id), null, call)) {
                if (call.stream() != null) {
                    streams.incrementAndGet();
                }
                return true;
            }
        }
    }

    /** Returns the call of an id, or null if it is not there (any more). */
    @Nullable
    PendingCall find(long id) {
        PendingCall call = slots.get(slot(id));
        return call != null && call.id() == id ? call : null;
    }

    /** Takes out the call of an id, or returns null if it is not there (any more). */
    @Nullable
    PendingCall remove(long id) {
        PendingCall call = find(id);
        return call != null && remove(call) ? call : null;
    }

    boolean has(PendingCall call) {
        return slots.get(slot(call.id())) == call;
    }

    boolean remove(PendingCall call) {
        boolean removed = slots.compareAndSet(slot(call.id()), call, null);
        if (removed) {
            count.decrementAndGet();
            if (call.stream() != null) {
                streams.decrementAndGet();
            }
        }
        return removed;
    }

    int size() {
        return count.get();
    }

    /** Returns how many have one answer: streams stay for as long as they like, and say nothing of how busy the server is. */
    int withoutStreams() {
        return Math.max(0, count.get() - streams.get()); // the two may be a call apart
    }

    /** Shows every call that is there. */
    void forEach(Consumer<PendingCall> action) {
        if (count.get() == 0) {
            return;
        }
        for (int i = 0; i < SLOTS; i++) {
            PendingCall call = slots.get(i);
            if (call != null) {
                action.accept(call);
            }
        }
    }

    private static int slot(long id) {
        return (int) (id & SLOTS - 1);
    }
}
