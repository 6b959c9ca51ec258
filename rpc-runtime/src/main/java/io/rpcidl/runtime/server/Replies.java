package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Cancellation;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.service.live.OpenCall;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.RequestId;
import io.rpcidl.transport.Connection;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The answers that one connection still owes. Those to requests with an id go out when they are ready; those without
 * one go out in the order of their requests, since nothing else ties them to those. Safe for any number of threads.
 */
final class Replies {

    private static final long LOOK_NANOS = 1_000_000_000L;

    private final Connection connection;
    private final CallLimit limit;
    private final Deque<Slot> ordered = new ArrayDeque<>(); // guarded by itself
    private final Map<Object, Slot> running = new HashMap<>(); // those that code carries out; guarded by ordered
    private final LateTimer timer;
    private int inFlight; // guarded by ordered
    private boolean closing; // guarded by ordered
    private boolean accepting; // an answer will say that what follows is deflated; guarded by ordered

    Replies(Connection connection, CallLimit limit) {
        this.connection = connection;
        this.limit = limit;
        this.timer = new LateTimer(connection, LOOK_NANOS, this::endLate);
    }

    /** The place of one answer. */
    final class Slot {

        private final boolean inOrder;
        private final boolean silent;
        private final boolean deflates;
        private final @Nullable RequestId id;
        private final Cancellation cancellation = new Cancellation();
        private volatile boolean answered;
        private @Nullable JsonWriter waiting;
        private @Nullable Function<Boolean, @Nullable JsonWriter> late; // what it is answered by when it is due
        private @Nullable Header request; // and when it is due
        private long due;

        private Slot(@Nullable RequestId id, boolean inOrder, boolean silent, boolean deflates) {
            this.id = id;
            this.inOrder = inOrder;
            this.silent = silent;
            this.deflates = deflates;
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

        /** Gives the answer, once, and ends the call; it is asked for only if it is sent. */
        void fill(Supplier<JsonWriter> encoder) {
            JsonWriter reply = null;
            try {
                reply = silent || answered ? null : encoder.get();
            } finally { // whatever it throws: the call is over
                end(reply);
            }
        }

        private void end(@Nullable JsonWriter reply) {
            cancellation.close();
            synchronized (ordered) {
                if (id == null || !running.remove(id, this)) {
                    running.remove(this);
                }
                ended();
                if (reply != null && !answered) {
                    answer(reply);
                }
                closeIfDone();
            }
        }

        private void answerLate() {
            JsonWriter reply = late == null ? null : late.apply(cancellation.hasBegun());
            late = null;
            if (reply != null) {
                answer(reply);
            }
        }

        /** Answers; the call may go on. */
        private void answer(JsonWriter reply) {
            answered = true;
            if (inOrder) {
                waiting = reply;
                sendInOrder();
            } else {
                send(this, reply);
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

    /**
     * Makes one that is answered when a deadline passes; it is kept until the code has ended.
     *
     * @param late encodes that answer, or returns null if none is due; is told whether the code had begun
     */
    Slot run(Header request, Deadline deadline, Function<Boolean, @Nullable JsonWriter> late) {
        Slot slot = open(request, true);
        synchronized (ordered) {
            slot.late = late;
            slot.request = request;
            slot.due = deadline.nanoTime();
        }
        timer.look(slot.due);
        return slot;
    }

    private @Nullable Long endLate(long now) {
        List<Slot> late = new ArrayList<>();
        Slot next = null;
        synchronized (ordered) {
            for (Slot slot : running.values()) {
                if (slot.late == null || slot.answered) {
                    continue;
                }
                if (slot.due - now <= 0) {
                    late.add(slot);
                } else if (next == null || slot.due - next.due < 0) {
                    next = slot;
                }
            }
            late.forEach(Slot::answerLate);
        }
        late.forEach(slot -> slot.cancellation.cancel());
        return next == null ? null : next.due;
    }

    /** Returns so many of the calls that are no streams as others may see them. */
    List<OpenCall> state(int most) {
        long now = System.nanoTime();
        synchronized (ordered) {
            return running.values().stream()
                    .filter(slot -> slot.request != null)
                    .limit(most)
                    .map(slot -> OpenCall.builder()
                            .method(slot.request.service() + "." + slot.request.method())
                            .remaining(Duration.ofMillis((slot.due - now) / 1_000_000))
                            .build())
                    .toList();
        }
    }

    /** Returns how many answers are owed. */
    int inFlight() {
        synchronized (ordered) {
            return inFlight;
        }
    }

    private Slot open(Header request, boolean runs) {
        if (request.isOneway()) {
            return silent();
        }
        Slot slot = new Slot(request.id(), request.id() == null, false, request.deflate());
        synchronized (ordered) {
            begun();
            accepting |= slot.deflates;
            if (slot.inOrder) {
                ordered.add(slot);
            }
            if (runs) {
                boolean named = slot.id != null && running.putIfAbsent(slot.id, slot) == null;
                if (!named) { // or named like another, which is a caller's mistake
                    running.put(slot, slot);
                }
            }
        }
        return slot;
    }

    /** Makes a place for work that is waited for and not answered. */
    Slot silent() {
        synchronized (ordered) {
            begun();
            return new Slot(null, false, true, false);
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

    /** Returns whether the other side will be told that what follows is deflated, and was not yet. */
    boolean isAccepting() {
        synchronized (ordered) {
            return accepting;
        }
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
            send(next, next.waiting);
        }
    }

    private void send(Slot slot, JsonWriter reply) {
        if (slot.deflates) {
            connection.sendThenDeflate(reply.array(), reply.length()); // the answer says so, in plain text
            accepting = false;
        } else if (inFlight == 0 && ordered.isEmpty()) { // nothing else is owed
            connection.sendNow(reply.array(), reply.length());
        } else {
            connection.send(reply.array(), reply.length());
        }
    }

    private void closeIfDone() {
        if (closing && inFlight == 0 && ordered.isEmpty()) {
            connection.close();
        }
    }
}
