package io.rpcidl.runtime.client;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The connections to one server that carry the same kind of calls, and the calls that wait for them. Guarded by its owner. */
final class Lane {

    final boolean bulk;
    final List<ClientConnection> connections = new ArrayList<>(); // until they are closed
    final List<PendingCall> opening = new ArrayList<>(); // for which connections are opened
    final Deque<PendingCall> waiting = new ArrayDeque<>();
    volatile boolean someWait; // read without the guard

    /** Makes a lane without connections; {@code bulk} says that it is for large messages. */
    Lane(boolean bulk) {
        this.bulk = bulk;
    }

    /**
     * Returns the first connection that is not busy, for calls that go together are written and woken up together, and one that is not needed
     * becomes idle; if all are busy, the one with the fewest calls in flight. Null if none takes further calls.
     *
     * @param busy so many calls in flight
     */
    @Nullable
    ClientConnection next(int busy) {
        ClientConnection idlest = null;
        for (ClientConnection each : connections) {
            int inFlight = each.inFlight();
            if (each.isShared() && inFlight < busy) {
                return each;
            }
            if (each.isShared() && (idlest == null || inFlight < idlest.inFlight())) {
                idlest = each;
            }
        }
        return idlest;
    }

    /** Returns how many connections carry calls, or will. */
    int used() {
        return (int) connections.stream().filter(ClientConnection::isUsed).count();
    }

    /** Puts back a call that waits no more than before: where it was taken from. */
    void putBack(PendingCall call, boolean last) {
        if (last) {
            waiting.addLast(call);
        } else {
            waiting.addFirst(call);
        }
        someWait = true;
    }

    /** Returns how many calls it has, wherever they are. */
    int inFlight() {
        int calls = opening.size() + waiting.size();
        for (ClientConnection each : connections) {
            calls += each.inFlight();
        }
        return calls;
    }

    /** Returns how many calls, streams apart, are with the server, or on the way there. */
    int answersDue() {
        int calls = opening.size();
        for (ClientConnection each : connections) {
            calls += each.answersDue();
        }
        return calls;
    }

    boolean isEmpty() {
        return connections.isEmpty() && opening.isEmpty();
    }

    /** Takes out the calls that wait and need not any longer: they are over, or their deadline has passed. */
    List<PendingCall> takeLate(long now) {
        List<PendingCall> late = waiting.stream()
                .filter(call -> call.isDone() || call.isExpired(now))
                .toList();
        waiting.removeAll(late);
        return late;
    }

    /** Takes out all calls that wait. */
    List<PendingCall> takeWaiting() {
        List<PendingCall> all = List.copyOf(waiting);
        waiting.clear();
        return all;
    }
}
