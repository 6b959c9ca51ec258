package io.rpcidl.runtime.client;

import io.rpcidl.json.Codecs;
import io.rpcidl.json.Framer;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.LoggedConnection;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageReader;
import io.rpcidl.runtime.wire.ReplyReader;
import io.rpcidl.runtime.wire.RequestId;
import io.rpcidl.transport.Connection;
import io.rpcidl.transport.Liveness;
import io.rpcidl.transport.Receiver;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client: sends requests from any thread, and on its I/O thread ties replies to them. Until the
 * server has accepted the wire it carries one request.
 */
final class ClientConnection implements Receiver, Framer.Sink, Liveness.Owner {

    /** Is told what happens to a connection, on its I/O thread. */
    interface Owner {
        /** The first reply came, and says whether the server accepts the wire. */
        void answered(boolean accepts);

        /** A call was answered, so there is room for another. */
        void hasRoom();

        /**
         * It is gone.
         *
         * @param lost whether calls were in flight, which have failed
         */
        void closed(ClientConnection connection, boolean lost);
    }

    private static final Set<String> OF_STREAMS = Set.of(Header.ITEM, Header.ITEMS, Header.END);
    private static final long IDLE_NANOS = 10_000_000_000L;
    private static final Reply SENT = new Reply.Success(Payload.of(Codecs.NOTHING, null));

    private final Connection connection;
    private final boolean bulk;
    private final ClientSettings settings;
    private final Owner owner;
    private final PendingCalls pending;
    private final Framer framer;
    private final Liveness liveness;
    private MessageReader lastReader;
    private boolean inflating; // from behind the message that is being read
    private volatile boolean accepted;
    private volatile boolean leaving;
    private volatile @Nullable String closedBecause;
    private volatile long lastBusy = System.nanoTime();

    /** Makes a connection; {@code bulk} says that it is for large messages. */
    ClientConnection(Connection raw, boolean bulk, ClientSettings settings, Owner owner) {
        this.settings = settings;
        this.connection = LoggedConnection.ofClient(raw, settings.wireLog());
        this.bulk = bulk;
        this.owner = owner;
        this.pending = new PendingCalls(settings.maxInFlight());
        this.framer = new Framer(settings.limits().maxBytes());
        this.liveness = new Liveness(connection, settings.times(), this, System::nanoTime);
        liveness.start();
        this.lastReader = new MessageReader(settings.limits());
    }

    // ---- any thread

    /** Returns whether further calls may be sent while others are in flight. */
    boolean isShared() {
        return accepted && !leaving && closedBecause == null;
    }

    /** Returns whether it carries calls, or will. */
    boolean isUsed() {
        return !leaving && closedBecause == null;
    }

    boolean isBulk() {
        return bulk;
    }

    boolean isClosed() {
        return closedBecause != null;
    }

    int inFlight() {
        return pending.size();
    }

    int answersDue() {
        return pending.withoutStreams();
    }

    /**
     * Sends the request for which the connection was opened.
     *
     * @param request the request, encoded under {@link PendingCalls#FIRST_ID}
     * @param knownToAccept whether the registry says that the server accepts the wire
     */
    void sendFirst(PendingCall call, JsonWriter request, boolean knownToAccept) {
        call.sent(request.length());
        showMethod(call);
        if (call.isOneway()) {
            connection.send(request.array(), request.length());
            call.complete(SENT);
            close(); // there will be no answer to learn more from
            return;
        }
        pending.add(call);
        call.attach(this);
        connection.send(request.array(), request.length());
        if (knownToAccept) {
            accepted = true; // not before the offer is on its way, nor false again when the answer was quick
        }
        call.start(this);
        failIfClosed(call);
    }

    /**
     * Sends a call. Returns false, and sends nothing, if the connection is full, leaving or gone.
     *
     * @param lanes whether a large request shall not be sent here unless this is a connection for such
     */
    boolean send(PendingCall call, boolean lanes) {
        if (!isShared() || !pending.add(call)) {
            return false;
        }
        if (!isShared()) { // the other side has gone away since
            pending.remove(call);
            closeIfLeft();
            return false;
        }
        call.attach(this);
        JsonWriter request = call.encode(settings.writer(), false, false);
        if (request != null) {
            settings.bulk().saw(call.descriptor(), request.length());
        }
        if (request != null && lanes && !bulk && call.isLarge()) {
            boolean over = !pending.remove(call); // for its time has passed, or the connection is lost
            closeIfLeft();
            return over;
        }
        if (request == null || call.isOneway()) {
            pending.remove(call);
        }
        if (request != null) {
            call.sent(request.length());
            showMethod(call);
            if (!call.isOneway() && pending.size() == 1) { // nothing else is waited for
                if (connection.sendNow(request.array(), request.length())) {
                    call.sentAlone(settings.spins().of(call.descriptor()));
                }
            } else {
                send(request);
            }
            call.start(this);
            failIfClosed(call);
        }
        if (call.isOneway()) {
            lastBusy = System.nanoTime(); // nothing will come to show it
            call.complete(SENT);
        }
        return true;
    }

    private void showMethod(PendingCall call) {
        if (connection instanceof LoggedConnection logged) {
            logged.knows(call.descriptor());
        }
    }

    private void failIfClosed(PendingCall call) {
        String reason = closedBecause;
        if (reason != null && pending.remove(call)) {
            call.fail(Status.maybeProcessed(StatusCode.UNAVAILABLE, reason));
        }
    }

    /** Ends calls whose deadline has passed, and streams that are silent. */
    void expire(long now) {
        pending.forEach(call -> {
            String late = call.overdue(now);
            if (late != null) {
                String message = "no answer from " + connection.peer() + " to " + call.method() + " " + late;
                giveUp(call, Status.maybeProcessed(StatusCode.DEADLINE_EXCEEDED, message));
            }
        });
        closeIfLeft();
    }

    /** Ends a call for which nobody waits any more, and lets the server know. */
    void giveUp(PendingCall call, Status status) {
        if (accepted) {
            if (pending.remove(call)) {
                call.fail(status);
                cancel(call);
            }
        } else if (pending.has(call)) {
            call.fail(status);
            connection.schedule(Duration.ZERO, () -> letGo(call)); // an answer that is just coming may accept
        }
    }

    private void letGo(PendingCall call) {
        if (!pending.remove(call)) {
            return; // answered
        }
        if (accepted) {
            cancel(call);
        } else {
            leaving = true; // its late answer could not be told from that to another call
            connection.abort("the call was given up");
        }
    }

    private void cancel(PendingCall call) {
        send(settings.writer().follow(call.names(), Header.CANCEL));
        closeIfLeft();
        owner.hasRoom();
    }

    /** Returns whether it was not used for a while; noticed by the sweep for expired calls. */
    boolean isIdle(long now) {
        if (pending.size() > 0) {
            lastBusy = now;
        }
        return isShared() && now - lastBusy > IDLE_NANOS;
    }

    /** Sends no further calls, and closes once those in flight are answered. */
    void leave() {
        leaving = true;
        closeIfLeft();
    }

    void close() {
        leaving = true;
        connection.close();
    }

    private void closeIfLeft() {
        if (leaving && pending.size() == 0) {
            connection.close();
        }
    }

    // ---- for streams, any thread

    ClientSettings settings() {
        return settings;
    }

    boolean isAccepted() {
        return accepted;
    }

    int send(JsonWriter message) {
        connection.send(message.array(), message.length());
        return message.length();
    }

    Connection transport() {
        return connection;
    }

    // ---- the I/O thread

    @Override
    public void received(byte[] bytes, int from, int to) {
        liveness.sign();
        int end = framer.feed(bytes, from, to, this);
        if (inflating) {
            inflating = false;
            connection.inflateInput(bytes, end, to);
        }
        if (framer.isBroken()) {
            close();
        }
    }

    @Override
    public void inputClosed() {
        connection.close();
    }

    @Override
    public boolean isBusy() {
        return pending.size() > 0;
    }

    @Override
    public boolean ping() {
        if (accepted) {
            send(settings.writer().control(Header.PING));
        }
        return accepted;
    }

    @Override
    public void dead(String reason) {
        connection.abort(reason);
    }

    @Override
    public void idle() {
        if (System.nanoTime() - lastBusy > settings.times().idle().toNanos()) {
            leave();
        } else {
            liveness.start(); // what it sent is not answered
        }
    }

    @Override
    public void closed(String reason) {
        String peer = connection.peer().address();
        closedBecause = "connection to " + peer + " lost: " + reason;
        boolean lost = pending.size() > 0;
        owner.closed(this, lost); // first: who repeats a failed call shall not come back here
        pending.forEach(call -> {
            if (pending.remove(call)) {
                call.fail(Status.maybeProcessed(
                        StatusCode.UNAVAILABLE,
                        "connection to " + peer + " lost while " + call.method() + " was in flight: " + reason));
            }
        });
    }

    @Override
    public void message(byte[] bytes, int from, int to) {
        if (connection instanceof LoggedConnection logged) {
            logged.received(bytes, from, to);
        }
        MessageReader reader = lastReader = lastReader.next(bytes, from, to);
        Header header = null;
        Reply reply;
        try {
            header = reader.header();
            if (!header.isCall()) {
                follow(header, reader, to - from);
                return;
            }
            reply = ReplyReader.read(reader);
        } catch (JsonException e) {
            String message = "the answer of " + connection.peer() + " cannot be read: " + e.getMessage();
            unreadable(
                    header == null ? reader.headerSoFar() : header,
                    Status.maybeProcessed(StatusCode.INTERNAL, message));
            return;
        } finally {
            reader.rest();
        }
        answered(header, reply, to - from);
    }

    /** A message that is no answer: it belongs to a call that is in flight still, or to the connection. */
    private void follow(Header header, MessageReader reader, int size) {
        if (header.id() == null) {
            control(header);
            return;
        }
        PendingCall call = find(header);
        if (call == null) {
            return; // it is over on this side
        }
        if (call.stream() == null) {
            if (OF_STREAMS.contains(header.kind())) {
                giveUp(call, Status.processed(StatusCode.INTERNAL, "items where one answer was due"));
            }
            return;
        }
        learn(header);
        settings.bulk().saw(call.descriptor(), size);
        if (call.stream().message(header, reader, size) && pending.remove(call)) {
            owner.hasRoom();
            closeIfLeft();
        }
    }

    /** What came cannot be read. A call ends with its answer, but of a stream the server may have more. */
    private void unreadable(Header header, Status status) {
        PendingCall call = find(header);
        if (call != null && call.stream() != null) {
            giveUp(call, status);
        } else {
            answered(header, new Reply.Failure(status), 0);
        }
    }

    private @Nullable PendingCall find(Header header) {
        return header.id() instanceof RequestId.Numeric id ? pending.find(id.value()) : null;
    }

    private void answered(Header header, Reply reply, int size) {
        boolean alone = !accepted;
        learn(header);
        complete(header, reply, alone, size);
        owner.hasRoom();
        closeIfLeft();
    }

    @Override
    public void tooLong(byte[] start, int length) {
        MessageReader reader = new MessageReader(settings.limits()).next(start, 0, length);
        Header header = reader.headerAsFarAsItGoes();
        String message = "answer longer than " + settings.limits().maxBytes() + " bytes";
        unreadable(header, Status.processed(StatusCode.RESOURCE_EXHAUSTED, message));
    }

    @Override
    public void garbage(int firstByte) {
        String message = connection.peer() + " does not answer in JSON: is it an rpcidl server?";
        complete(Header.UNREAD, broken(message), true, 0);
    }

    private static Reply broken(String message) {
        return new Reply.Failure(Status.maybeProcessed(StatusCode.INTERNAL, message));
    }

    private void control(Header header) {
        switch (header.kind()) {
            case Header.PING -> {
                if (accepted) {
                    send(settings.writer().control(Header.PONG));
                }
            }
            case Header.GOAWAY -> leave();
            default -> {
                // a later version of the wire may say more; that is no reason to fail
            }
        }
    }

    private void learn(Header header) {
        if (header.accepts() && !framer.isLines()) {
            framer.expectLines();
            if (header.deflate() && settings.deflate()) {
                inflating = true;
                framer.pause();
                connection.sendThenDeflate(new byte[0], 0); // before any other thread may send
            }
            accepted = true;
            pending.forEach(call -> leaving |= call.isOverdrawn());
            owner.answered(true);
        } else if (!accepted) {
            leaving = true; // a stranger: one request a connection
            owner.answered(false);
        }
    }

    /**
     * Ties an answer to its call. While the connection carries one call only, whatever comes is the answer to that: one
     * without an id is taken as it is, one with another id is a mistake of the server that ends the call.
     */
    private void complete(Header header, Reply reply, boolean alone, int size) {
        PendingCall call = header.id() instanceof RequestId.Numeric id ? pending.remove(id.value()) : null;
        if (call != null) {
            call.received(size);
            if (size >= BulkMethods.LARGE) {
                settings.bulk().saw(call.descriptor(), size);
            }
            call.complete(header, reply);
        } else if (alone) {
            Reply only = header.id() == null ? reply : broken(connection.peer() + " answered another request_id");
            pending.forEach(waiting -> {
                if (pending.remove(waiting)) {
                    waiting.received(size);
                    waiting.complete(header, only);
                }
            });
        }
    }
}
