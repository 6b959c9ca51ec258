package io.rpcidl.runtime.server;

import io.rpcidl.runtime.Cancellation;
import io.rpcidl.runtime.json.JsonWriter;
import io.rpcidl.runtime.transport.Connection;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.RequestId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers that one connection still owes. Those to requests with an id go out when they are ready; those without
 * one go out in the order of their requests, since nothing else ties them to those. Safe for any number of threads.
 */
final class Replies {

    private final Connection connection;
    private final CallLimit limit;
    private final Deque<Slot> ordered = new ArrayDeque<>(); // guarded by itself
    private final Map<RequestId, Slot> running = new HashMap<>(); // guarded by ordered
    private int inFlight; // guarded by ordered
    private boolean closing; // guarded by ordered

    Replies(Connection connection, CallLimit limit) {
        this.connection = connection;
        this.limit = limit;
    }

    /** The place of one answer. */
    final class Slot {

        private final boolean inOrder;
        private final boolean silent;
        private final @Nullable RequestId id;
        private final Cancellation cancellation = new Cancellation();
        private @Nullable JsonWriter waiting;

        private Slot(@Nullable RequestId id, boolean inOrder, boolean silent) {
            this.id = id;
            this.inOrder = inOrder;
            this.silent = silent;
        }

        /** Returns the signal of the call that is answered here. */
        Cancellation cancellation() {
            return cancellation;
        }

        /** Has it that the call has ended, and was answered elsewhere. */
        void release() {
            fill(() -> {
                throw new IllegalStateException("the answer was not to be sent here");
            });
        }

        /** Gives the answer, once; it is asked for only if it is sent. */
        void fill(Supplier<JsonWriter> encoder) {
            JsonWriter reply = silent ? null : encoder.get();
            cancellation.close();
            synchronized (ordered) {
                if (id != null) {
                    running.remove(id, this);
                }
                if (reply == null) {
                    ended();
                } else if (inOrder) {
                    waiting = reply;
                    sendInOrder();
                } else {
                    send(reply);
                }
                closeIfDone();
            }
        }
    }

    /** Makes a place for the answer to a request. */
    Slot open(Header request) {
        return open(request, false);
    }

    /** Makes a place for the answer to a request that code carries out, which is told when nobody waits. */
    Slot run(Header request) {
        return open(request, true);
    }

    private Slot open(Header request, boolean runs) {
        if (request.isOneway()) {
            return silent();
        }
        Slot slot = new Slot(request.id(), request.id() == null, false);
        synchronized (ordered) {
            begun();
            if (slot.inOrder) {
                ordered.add(slot);
            } else if (runs) {
                running.putIfAbsent(slot.id, slot); // of several with one id, a caller's mistake, the first
            }
        }
        return slot;
    }

    /** Makes a place for work that is waited for and not answered. */
    Slot silent() {
        synchronized (ordered) {
            begun();
            return new Slot(null, false, true);
        }
    }

    /** Tells the code that carries out a call, if it does so still, that nobody waits; its place is kept until it ends. */
    void cancel(RequestId id) {
        Slot slot;
        synchronized (ordered) {
            slot = running.get(id);
        }
        if (slot != null) {
            slot.cancellation.cancel();
        }
    }

    /** Tells the code that carries out any call that nobody waits. */
    void cancelAll() {
        List<Slot> waitedFor;
        synchronized (ordered) {
            waitedFor = new ArrayList<>(running.values());
            waitedFor.addAll(ordered);
        }
        waitedFor.forEach(slot -> slot.cancellation.cancel());
    }

    private void begun() {
        inFlight++;
        limit.inFlight().incrementAndGet();
    }

    private void ended() {
        inFlight--;
        limit.inFlight().decrementAndGet();
    }

    /** Returns whether anything is owed. */
    boolean isBusy() {
        synchronized (ordered) {
            return inFlight > 0;
        }
    }

    /** Returns whether there is no room for another call. */
    boolean isFull() {
        synchronized (ordered) {
            return inFlight >= limit.ofConnection() || limit.inFlight().get() >= limit.ofServer();
        }
    }

    /** Says why there is no room. */
    String full() {
        synchronized (ordered) {
            return inFlight >= limit.ofConnection()
                    ? "more than " + limit.ofConnection() + " calls in flight on one connection"
                    : "more than " + limit.ofServer() + " calls in flight on this server";
        }
    }

    /** Closes the connection as soon as nothing is owed any more. */
    void closeWhenDone() {
        synchronized (ordered) {
            closing = true;
            closeIfDone();
        }
    }

    private void sendInOrder() {
        for (Slot next = ordered.peek(); next != null && next.waiting != null; next = ordered.peek()) {
            ordered.poll();
            send(next.waiting);
        }
    }

    private void send(JsonWriter reply) {
        ended();
        connection.send(reply.array(), reply.length());
    }

    private void closeIfDone() {
        if (closing && inFlight == 0) {
            connection.close();
        }
    }
}
