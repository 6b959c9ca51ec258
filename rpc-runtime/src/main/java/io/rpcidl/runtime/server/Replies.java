package io.rpcidl.runtime.server;

import io.rpcidl.runtime.json.JsonWriter;
import io.rpcidl.runtime.transport.Connection;
import io.rpcidl.runtime.wire.Header;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers that one connection still owes. Those to requests with an id go out when they are ready; those without
 * one go out in the order of their requests, since nothing else ties them to those. Safe for any number of threads.
 */
final class Replies {

    private final Connection connection;
    private final Deque<Slot> ordered = new ArrayDeque<>(); // guarded by itself
    private int inFlight; // guarded by ordered
    private boolean closing; // guarded by ordered

    Replies(Connection connection) {
        this.connection = connection;
    }

    /** The place of one answer. */
    final class Slot {

        private final boolean inOrder;
        private final boolean silent;
        private @Nullable JsonWriter waiting;

        private Slot(boolean inOrder, boolean silent) {
            this.inOrder = inOrder;
            this.silent = silent;
        }

        /** Gives the answer, once; it is asked for only if it is sent. */
        void fill(Supplier<JsonWriter> encoder) {
            JsonWriter reply = silent ? null : encoder.get();
            synchronized (ordered) {
                if (reply == null) {
                    inFlight--;
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
        if (request.isOneway()) {
            return silent();
        }
        synchronized (ordered) {
            inFlight++;
            Slot slot = new Slot(request.id() == null, false);
            if (slot.inOrder) {
                ordered.add(slot);
            }
            return slot;
        }
    }

    /** Makes a place for work that is waited for and not answered. */
    Slot silent() {
        synchronized (ordered) {
            inFlight++;
            return new Slot(false, true);
        }
    }

    int inFlight() {
        synchronized (ordered) {
            return inFlight;
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
        inFlight--;
        connection.send(reply.array(), reply.length());
    }

    private void closeIfDone() {
        if (closing && inFlight == 0) {
            connection.close();
        }
    }
}
