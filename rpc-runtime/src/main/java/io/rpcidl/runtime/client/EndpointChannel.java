package io.rpcidl.runtime.client;

import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Endpoint;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.transport.Transport;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * All connections to one server. What is known of the server decides how they are used:
 *
 * <ol>
 *   <li>nothing yet: each call opens a connection of its own, at most eight, and offers the wire with its request; what
 *       is over that waits;
 *   <li>it has accepted the wire: calls share one connection, and another is opened when all are busy;
 *   <li>it answered without accepting: it is a stranger, and each call opens a connection and closes it. After a minute
 *       the wire is offered again.
 * </ol>
 *
 * A connection is opened for a call whose request is encoded already, and carries it whatever happened meanwhile, for a
 * stranger may die of a connection that says nothing. Calls are completed outside of the lock. Safe for any number of
 * threads.
 */
final class EndpointChannel implements Invoker, ClientConnection.Owner {

    private enum Peer {
        UNKNOWN,
        ACCEPTED,
        STRANGER
    }

    private final Endpoint endpoint;
    private final boolean speaksWire;
    private final Transport transport;
    private final ClientSettings settings;
    private volatile boolean someWait;

    // all below is guarded by this
    private final List<ClientConnection> connections = new ArrayList<>(); // until they are closed
    private final List<PendingCall> opening = new ArrayList<>();
    private final Deque<PendingCall> waiting = new ArrayDeque<>();
    private Peer peer;
    private long strangerUntil;
    private final Backoff backoff = new Backoff();
    private boolean closed;

    EndpointChannel(Endpoint endpoint, boolean speaksWire, Transport transport, ClientSettings settings) {
        this.endpoint = endpoint;
        this.speaksWire = speaksWire;
        this.transport = transport;
        this.settings = settings;
        this.peer = !settings.offers() ? Peer.STRANGER : speaksWire ? Peer.ACCEPTED : Peer.UNKNOWN;
    }

    /** Returns whether it could not be reached, or was lost, a short while ago. */
    synchronized boolean isDown(long now) {
        return backoff.isDown(now);
    }

    @Override
    public CompletableFuture<Reply> invoke(Call call) {
        PendingCall pending = new PendingCall(call);
        call.cancellation().onCancel(pending::cancel);
        if (!pending.isDone() && !place(pending)) {
            enqueue(pending);
        }
        return pending.reply();
    }

    // ---- where a call goes

    /** Sends a call or opens a connection for it; returns false if it has to wait. */
    private boolean place(PendingCall call) {
        while (true) {
            ClientConnection chosen;
            boolean offer;
            synchronized (this) {
                if (closed) {
                    break;
                }
                chosen = idlest();
                int load = chosen == null ? Integer.MAX_VALUE : chosen.inFlight();
                offer = settings.offers() && (peer != Peer.STRANGER || strangerUntil - System.nanoTime() <= 0);
                if (load >= settings.busyInFlight() && mayOpen()) {
                    opening.add(call);
                    chosen = null;
                } else if (load >= settings.maxInFlight()) {
                    return false;
                }
            }
            if (chosen == null) {
                open(call, offer);
                return true;
            }
            if (chosen.send(call)) {
                return true;
            }
        }
        call.notSent(StatusCode.UNAVAILABLE, "the client is closed, or left " + endpoint);
        return true;
    }

    private synchronized @Nullable ClientConnection idlest() {
        ClientConnection best = null;
        for (ClientConnection each : connections) {
            if (each.isShared() && (best == null || each.inFlight() < best.inFlight())) {
                best = each;
            }
        }
        return best;
    }

    private boolean mayOpen() {
        long open = connections.stream().filter(ClientConnection::isUsed).count();
        return peer == Peer.ACCEPTED
                ? opening.isEmpty() && open < settings.maxConnections()
                : opening.size() + open < ClientSettings.MAX_UNACCEPTED;
    }

    private void enqueue(PendingCall call) {
        boolean full;
        synchronized (this) {
            full = closed || waiting.size() >= ClientSettings.MAX_WAITING;
            if (!full) {
                waiting.add(call);
                someWait = true;
            }
        }
        if (full) {
            call.notSent(
                    StatusCode.RESOURCE_EXHAUSTED,
                    "more than " + ClientSettings.MAX_WAITING + " calls wait for a connection to " + endpoint);
        } else {
            placeWaiting(); // room that came up meanwhile told nobody
        }
    }

    private void placeWaiting() {
        while (someWait) {
            PendingCall next;
            synchronized (this) {
                next = waiting.poll();
                someWait = !waiting.isEmpty();
            }
            if (next == null) {
                return;
            }
            if (!next.isDone() && !place(next)) {
                synchronized (this) {
                    waiting.addFirst(next);
                    someWait = true;
                }
                return;
            }
        }
    }

    // ---- opening

    private void open(PendingCall first, boolean offer) {
        first.id(PendingCalls.FIRST_ID);
        JsonWriter request = first.encode(settings.writer(), offer, offer && settings.deflate());
        if (request == null) {
            synchronized (this) {
                opening.remove(first);
            }
            return;
        }
        transport
                .connect(endpoint, settings.connectTimeout(), raw -> new ClientConnection(raw, settings, this))
                .whenComplete((connection, failure) -> {
                    if (failure == null) {
                        opened(connection, first, request);
                    } else {
                        notOpened(first, failure);
                    }
                });
    }

    private void opened(ClientConnection connection, PendingCall first, JsonWriter request) {
        boolean leaves;
        synchronized (this) {
            opening.remove(first);
            backoff.succeeded();
            connections.add(connection);
            leaves = closed;
        }
        connection.sendFirst(first, request, speaksWire && settings.offers() && !settings.deflate());
        if (leaves) {
            connection.leave();
        }
        placeWaiting();
    }

    private void notOpened(PendingCall first, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        List<PendingCall> failed = new ArrayList<>(List.of(first));
        synchronized (this) {
            opening.remove(first);
            backoff.failed(System.nanoTime());
            if (connections.isEmpty() && opening.isEmpty()) {
                failed.addAll(waiting);
                waiting.clear();
            }
        }
        failed.forEach(call -> call.notSent(StatusCode.UNAVAILABLE, endpoint + ": " + cause.getMessage()));
    }

    // ---- what connections tell

    @Override
    public void hasRoom() {
        placeWaiting();
    }

    @Override
    public void answered(boolean accepts) {
        synchronized (this) {
            if (accepts) {
                peer = Peer.ACCEPTED;
            } else {
                boolean known = peer == Peer.STRANGER && strangerUntil - System.nanoTime() > 0;
                strangerUntil = known
                        ? strangerUntil
                        : System.nanoTime() + settings.strangerRetry().toNanos();
                peer = Peer.STRANGER;
            }
        }
        placeWaiting();
    }

    @Override
    public void closed(ClientConnection connection, boolean lost) {
        synchronized (this) {
            connections.remove(connection);
            if (lost) {
                backoff.failed(System.nanoTime()); // a server that dies may still take connections for a moment
            }
            if (connections.isEmpty() && peer == Peer.ACCEPTED && !speaksWire) {
                peer = Peer.UNKNOWN; // who knows what will listen there next
            }
        }
        placeWaiting();
    }

    // ---- time and end

    /** Ends calls whose deadline has passed, wherever they wait. */
    void expire(long now) {
        List<ClientConnection> open;
        List<PendingCall> unsent;
        List<PendingCall> onTheirWay;
        synchronized (this) {
            open = List.copyOf(connections);
            unsent = waiting.stream()
                    .filter(call -> call.isDone() || call.isExpired(now))
                    .toList();
            waiting.removeAll(unsent);
            onTheirWay = opening.stream().filter(call -> call.isExpired(now)).toList();
        }
        for (ClientConnection connection : open) {
            connection.expire(now);
            if (open.size() > 1 && connection.isIdle(now)) {
                connection.leave();
            }
        }
        String message = "the deadline passed while a connection to " + endpoint + " was ";
        unsent.forEach(call -> call.notSent(StatusCode.DEADLINE_EXCEEDED, message + "waited for"));
        // their requests will be sent all the same once the connection is open
        onTheirWay.forEach(call -> call.fail(Status.maybeProcessed(StatusCode.DEADLINE_EXCEEDED, message + "opened")));
    }

    /** Sends no further calls; connections close when theirs are answered. */
    void leave() {
        shutDown().forEach(ClientConnection::leave);
    }

    /** Closes without waiting. Calls end here and now, for an I/O thread that is shut down may not say that they have. */
    void close() {
        shutDown().forEach(connection -> {
            connection.close();
            connection.closed("the client is closed");
        });
    }

    /** Returns whether nothing is left of a channel that was told to leave. */
    synchronized boolean isGone() {
        return closed && connections.isEmpty() && opening.isEmpty();
    }

    private List<ClientConnection> shutDown() {
        List<PendingCall> unsent;
        List<ClientConnection> open;
        synchronized (this) {
            closed = true;
            unsent = List.copyOf(waiting);
            waiting.clear();
            open = List.copyOf(connections);
        }
        unsent.forEach(call -> call.notSent(StatusCode.UNAVAILABLE, "the client is closed, or left " + endpoint));
        return open;
    }
}
