package io.rpcidl.runtime.client;

import io.rpcidl.json.JsonWriter;
import io.rpcidl.resilience.CongestionWindow;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.service.live.ServerChannel;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Transport;
import java.util.ArrayList;
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
 *   <li>it has accepted the wire: calls share one connection, and the next one has those over what keeps it busy. Calls with large
 *       messages have a lane of their own, with its own connections;
 *   <li>it answered without accepting: it is a stranger, and each call opens a connection and closes it. After a minute
 *       the wire is offered again.
 * </ol>
 *
 * A connection is opened for a call whose request is encoded already, and carries it whatever happened meanwhile, for a
 * stranger may die of a connection that says nothing. Calls are completed outside of the lock. Safe for any number of
 * threads.
 */
final class EndpointChannel implements ClientConnection.Owner {

    private static final long BULK_REFUSED_NANOS = 60_000_000_000L;

    private enum Peer {
        UNKNOWN,
        ACCEPTED,
        STRANGER
    }

    private final Endpoint endpoint;
    private final boolean speaksWire;
    private final Transport transport;
    private final ClientSettings settings;

    private final CongestionWindow window;

    // all below is guarded by this
    private final Lane small = new Lane(false);
    private final Lane bulk = new Lane(true);
    private Peer peer;
    private long strangerUntil;
    private long bulkRefusedUntil = System.nanoTime();
    private final Backoff backoff = new Backoff();
    private boolean closed;

    EndpointChannel(Endpoint endpoint, boolean speaksWire, Transport transport, ClientSettings settings) {
        this.endpoint = endpoint;
        this.speaksWire = speaksWire;
        this.transport = transport;
        this.settings = settings;
        this.window = new CongestionWindow(ClientSettings.MAX_WAITING, System.nanoTime());
        this.peer = !settings.offers() ? Peer.STRANGER : speaksWire ? Peer.ACCEPTED : Peer.UNKNOWN;
    }

    /** Returns whether it could not be reached, or was lost, a short while ago. */
    synchronized boolean isDown(long now) {
        return backoff.isDown(now);
    }

    /**
     * Takes note that the server has refused a call for want of room: fewer are sent to it for a while. What waits meanwhile goes
     * out the latest first, so that some are answered in time where all would be late.
     */
    void refused(long sent) {
        int inFlight;
        synchronized (this) {
            inFlight = answersDue() + 1;
        }
        window.refused(inFlight, sent, System.nanoTime());
    }

    /** Takes note that the server has taken a call. */
    void taken() {
        window.taken();
    }

    private int answersDue() {
        return small.answersDue() + bulk.answersDue();
    }

    /** Returns how many calls it has taken that are not over. */
    synchronized int inFlight() {
        return small.inFlight() + bulk.inFlight();
    }

    /** Sends a call; its reply is given once. */
    void send(Call call, AttemptReply reply) {
        PendingCall pending = new PendingCall(call, endpoint, reply);
        call.cancellation().onCancel(pending::cancel);
        Lane lane = pending.isDone() ? null : place(pending, lane(pending));
        if (lane != null) {
            enqueue(pending, lane);
        }
        settings.expiry().started();
    }

    // ---- where a call goes

    /** Oneway calls bring no answer that could show that a connection of their own may be shared. */
    private Lane lane(PendingCall call) {
        return !call.isOneway() && settings.bulk().begin(call.descriptor()) ? bulk : small;
    }

    /** Sends a call or opens a connection for it; returns the lane in which it has to wait, or null. */
    private @Nullable Lane place(PendingCall call, Lane wanted) {
        Lane lane = call.isLarge() ? bulk : wanted;
        while (true) {
            ClientConnection chosen;
            boolean offer;
            boolean lanes;
            synchronized (this) {
                if (closed) {
                    break;
                }
                lanes = peer == Peer.ACCEPTED && !call.isOneway() && bulkRefusedUntil - System.nanoTime() <= 0;
                lane = lanes ? lane : small;
                if (window.isLimiting() && !window.mayBegin(answersDue(), System.nanoTime())) {
                    return lane;
                }
                chosen = lane.next(settings.busyInFlight());
                int load = chosen == null ? Integer.MAX_VALUE : chosen.inFlight();
                offer = settings.offers() && (peer != Peer.STRANGER || strangerUntil - System.nanoTime() <= 0);
                if (load >= settings.busyInFlight() && mayOpen(lane)) {
                    lane.opening.add(call);
                    chosen = null;
                } else if (load >= settings.maxInFlight()) {
                    return lane;
                }
            }
            if (chosen == null) {
                open(call, lane, offer);
                return null;
            }
            if (chosen.send(call, lanes)) {
                return null;
            }
            lane = call.isLarge() ? bulk : lane;
        }
        call.notSent(StatusCode.UNAVAILABLE, "the client is closed, or left " + endpoint);
        return null;
    }

    private boolean mayOpen(Lane lane) {
        return peer == Peer.ACCEPTED
                ? lane.opening.isEmpty() && lane.used() < settings.maxConnections()
                : lane.opening.size() + lane.used() < ClientSettings.MAX_UNACCEPTED;
    }

    private void enqueue(PendingCall call, Lane lane) {
        boolean noRoom;
        synchronized (this) {
            noRoom = closed || small.waiting.size() + bulk.waiting.size() >= ClientSettings.MAX_WAITING;
            if (!noRoom) {
                lane.waiting.add(call);
                lane.someWait = true;
            }
        }
        if (noRoom) {
            call.notSent(
                    StatusCode.RESOURCE_EXHAUSTED,
                    "more than " + ClientSettings.MAX_WAITING + " calls wait for a connection to " + endpoint);
        } else {
            placeWaiting(lane); // room that came up meanwhile told nobody
        }
    }

    private void placeWaiting() {
        placeWaiting(small);
        placeWaiting(bulk);
    }

    private void placeWaiting(Lane lane) {
        while (lane.someWait) {
            PendingCall next;
            synchronized (this) {
                next = window.isLimiting() ? lane.waiting.pollLast() : lane.waiting.poll();
                lane.someWait = !lane.waiting.isEmpty();
            }
            if (next == null) {
                return;
            }
            next.leaves();
            Lane other = next.isDone() ? null : place(next, lane);
            if (other != null) {
                synchronized (this) {
                    other.putBack(next, window.isLimiting());
                }
                if (other == lane) {
                    return;
                }
            }
        }
    }

    // ---- opening

    private void open(PendingCall first, Lane lane, boolean offer) {
        first.id(PendingCalls.FIRST_ID);
        JsonWriter request = first.encode(settings.writer(), offer, offer && settings.deflate());
        if (request == null) {
            synchronized (this) {
                lane.opening.remove(first);
            }
            return;
        }
        settings.bulk().saw(first.descriptor(), request.length());
        connect(lane).whenComplete((connection, failure) -> {
            if (failure == null) {
                opened(connection, first, lane, request);
            } else {
                notOpened(first, lane, failure);
            }
        });
    }

    private CompletableFuture<ClientConnection> connect(Lane lane) {
        try {
            return transport.connect(
                    endpoint, settings.connectTimeout(), raw -> new ClientConnection(raw, lane.bulk, settings, this));
        } catch (RuntimeException | Error e) { // of a transport of somebody else's
            return CompletableFuture.failedFuture(e);
        }
    }

    private void opened(ClientConnection connection, PendingCall first, Lane lane, JsonWriter request) {
        boolean leaves;
        synchronized (this) {
            backoff.succeeded();
            if (!connection.isClosed()) {
                lane.connections.add(connection);
            }
            leaves = closed;
        }
        first.leaves();
        connection.sendFirst(first, request, speaksWire && settings.offers() && !settings.deflate());
        synchronized (this) { // not before it is in flight, or for a moment it is nowhere and its server seems idle
            lane.opening.remove(first);
        }
        if (leaves) {
            connection.leave();
        }
        placeWaiting();
    }

    private void notOpened(PendingCall first, Lane lane, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        List<PendingCall> failed = new ArrayList<>(List.of(first));
        synchronized (this) {
            lane.opening.remove(first);
            if (lane.bulk && !small.connections.isEmpty()) {
                refuseBulk();
                failed.clear(); // they go where all others go
                lane.waiting.addFirst(first);
                lane.someWait = true;
            } else {
                backoff.failed(System.nanoTime());
                failed.addAll(small.isEmpty() ? small.takeWaiting() : List.of());
                failed.addAll(bulk.isEmpty() ? bulk.takeWaiting() : List.of());
            }
        }
        placeWaiting();
        failed.forEach(call -> call.notSent(StatusCode.UNAVAILABLE, endpoint + ": " + cause.getMessage()));
    }

    /** The server, or what stands before it, takes no further connections: large messages go with all others for a while. */
    private void refuseBulk() {
        bulkRefusedUntil = System.nanoTime() + BULK_REFUSED_NANOS;
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
            small.connections.remove(connection);
            bulk.connections.remove(connection);
            if (connection.isBulk() && !connection.isAccepted() && !small.connections.isEmpty()) {
                refuseBulk();
            } else if (lost) {
                backoff.failed(System.nanoTime()); // a server that dies may still take connections for a moment
            }
            if (small.connections.isEmpty() && bulk.connections.isEmpty() && peer == Peer.ACCEPTED && !speaksWire) {
                peer = Peer.UNKNOWN; // who knows what will listen there next
            }
        }
        placeWaiting();
    }

    /** Returns what is known of the server, as others may see it. */
    synchronized ServerChannel state() {
        return ServerChannel.builder()
                .server(endpoint.toString())
                .down(backoff.isDown(System.nanoTime()))
                .accepted(peer == Peer.ACCEPTED)
                .waiting(small.waiting.size() + bulk.waiting.size())
                .inFlight(connections().stream().map(ClientConnection::inFlight).toList())
                .build();
    }

    // ---- time and end

    /** Ends calls whose deadline has passed, wherever they wait; returns whether any is left. */
    boolean expire(long now) {
        List<ClientConnection> open;
        List<PendingCall> unsent = new ArrayList<>();
        List<PendingCall> onTheirWay = new ArrayList<>();
        int kept;
        synchronized (this) {
            open = connections();
            kept = small.connections.size();
            for (Lane lane : List.of(small, bulk)) {
                unsent.addAll(lane.takeLate(now));
                lane.opening.stream().filter(call -> call.isExpired(now)).forEach(onTheirWay::add);
            }
        }
        for (ClientConnection connection : open) {
            connection.expire(now);
            if ((kept > 1 || connection.isBulk()) && connection.isIdle(now)) {
                connection.leave();
            }
        }
        placeWaiting(); // a pause of the window may be over, which nobody else tells
        String message = "the deadline passed while a connection to " + endpoint + " was ";
        unsent.forEach(call -> call.notSent(StatusCode.DEADLINE_EXCEEDED, message + "waited for"));
        // their requests will be sent all the same once the connection is open
        onTheirWay.forEach(call -> call.fail(Status.maybeProcessed(StatusCode.DEADLINE_EXCEEDED, message + "opened")));
        return inFlight() > 0;
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
        return closed && small.isEmpty() && bulk.isEmpty();
    }

    private List<ClientConnection> connections() {
        List<ClientConnection> all = new ArrayList<>(small.connections);
        all.addAll(bulk.connections);
        return all;
    }

    private List<ClientConnection> shutDown() {
        List<PendingCall> unsent;
        List<ClientConnection> open;
        synchronized (this) {
            closed = true;
            unsent = new ArrayList<>(small.takeWaiting());
            unsent.addAll(bulk.takeWaiting());
            open = connections();
        }
        unsent.forEach(call -> call.notSent(StatusCode.UNAVAILABLE, "the client is closed, or left " + endpoint));
        return open;
    }
}
