package io.rpcidl.runtime.client;

import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.json.Codecs;
import io.rpcidl.runtime.json.JsonException;
import io.rpcidl.runtime.json.JsonWriter;
import io.rpcidl.runtime.transport.Connection;
import io.rpcidl.runtime.transport.Receiver;
import io.rpcidl.runtime.wire.Framer;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageReader;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.runtime.wire.ReplyReader;
import io.rpcidl.runtime.wire.RequestId;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a client: sends requests from any thread, and on its I/O thread ties replies to them. Until the
 * server has accepted the wire it carries one request.
 */
final class ClientConnection implements Receiver, Framer.Sink {

    /** Is told what happens to a connection, on its I/O thread. */
    interface Owner {
        /** The first reply came, and says whether the server accepts the wire. */
        void answered(ClientConnection connection, boolean accepts);

        /** A call was answered, so there is room for another. */
        void hasRoom();

        /** The server wants no further calls here. */
        void goingAway(ClientConnection connection);

        /** It is gone, with all calls that were in flight. */
        void closed(ClientConnection connection);
    }

    private static final long IDLE_NANOS = 10_000_000_000L;

    private final Connection connection;
    private final ClientSettings settings;
    private final Owner owner;
    private final PendingCalls pending;
    private final MessageWriter writer;
    private final Framer framer;
    private volatile boolean accepted;
    private volatile boolean leaving;
    private volatile @Nullable String closedBecause;
    private volatile long lastBusy = System.nanoTime();

    ClientConnection(Connection connection, ClientSettings settings, Owner owner) {
        this.connection = connection;
        this.settings = settings;
        this.owner = owner;
        this.pending = new PendingCalls(settings.maxInFlight());
        this.writer = new MessageWriter(settings.limits());
        this.framer = new Framer(settings.limits().maxBytes());
    }

    // ---- any thread

    /** Returns whether further calls may be sent while others are in flight. */
    boolean isShared() {
        return accepted && !leaving && closedBecause == null;
    }

    int inFlight() {
        return pending.size();
    }

    /** Takes the server's acceptance as given: its registry entry says so. */
    void assumeAccepted() {
        accepted = true;
    }

    /**
     * Sends a call. Returns false, and sends nothing, if the connection is full or gone.
     *
     * @param offer whether to offer the wire with it
     */
    boolean send(PendingCall call, boolean offer) {
        if (call.call.method().kind() == MethodDescriptor.Kind.ONEWAY) {
            return sendOneway(call);
        }
        if (leaving || !pending.add(call)) {
            return false;
        }
        JsonWriter message = encode(call, offer);
        if (message == null) {
            pending.remove(call);
            return true;
        }
        connection.send(message.array(), message.length());
        String reason = closedBecause;
        if (reason != null && pending.remove(call)) {
            call.notSent(StatusCode.UNAVAILABLE, reason);
        }
        return true;
    }

    private boolean sendOneway(PendingCall call) {
        if (leaving || closedBecause != null) {
            return false;
        }
        JsonWriter message = encode(call, false);
        if (message != null) {
            connection.send(message.array(), message.length());
            call.complete(new Reply.Success(Payload.of(Codecs.NOTHING, null)));
        }
        if (!accepted) {
            close(); // there will be no answer to learn more from
        }
        return true;
    }

    private @Nullable JsonWriter encode(PendingCall call, boolean offer) {
        try {
            return writer.request(call.id(), call.call, offer);
        } catch (JsonException e) {
            boolean limit = e.kind() == JsonException.Kind.LIMIT;
            call.notSent(
                    limit ? StatusCode.RESOURCE_EXHAUSTED : StatusCode.INVALID_ARGUMENT,
                    "the request cannot be sent: " + e.getMessage());
        } catch (RuntimeException e) {
            call.notSent(StatusCode.INTERNAL, "the request cannot be encoded: " + e);
        }
        return null;
    }

    /** Ends calls whose deadline has passed. */
    void expire(long now) {
        pending.forEach(call -> {
            if (call.isExpired(now) && pending.remove(call)) {
                call.fail(Status.maybeProcessed(
                        StatusCode.DEADLINE_EXCEEDED,
                        "no answer from " + connection.peer() + " to "
                                + call.call.method().fullName() + " before the deadline"));
                if (!accepted) {
                    close(); // its late answer could not be told from that to another call
                }
            }
        });
        closeIfLeft();
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

    // ---- the I/O thread

    @Override
    public void received(byte[] bytes, int from, int to) {
        framer.feed(bytes, from, to, this);
    }

    @Override
    public void inputClosed() {
        connection.close();
    }

    @Override
    public void closed(String reason) {
        String peer = connection.peer();
        closedBecause = "connection to " + peer + " closed before the request was sent: " + reason;
        pending.forEach(call -> {
            if (pending.remove(call)) {
                call.fail(Status.maybeProcessed(
                        StatusCode.UNAVAILABLE,
                        "connection to " + peer + " lost while " + call.call.method().fullName()
                                + " was in flight: " + reason));
            }
        });
        owner.closed(this);
    }

    @Override
    public void message(byte[] bytes, int from, int to) {
        MessageReader reader = new MessageReader(bytes, from, to, settings.limits());
        Header header = null;
        Reply reply;
        try {
            header = reader.header();
            if (!header.isCall()) {
                control(header);
                return;
            }
            reply = ReplyReader.read(reader);
        } catch (JsonException e) {
            header = header == null ? reader.headerSoFar() : header;
            reply = broken("the answer of " + connection.peer() + " cannot be read: " + e.getMessage());
        }
        learn(header);
        complete(header, reply);
        owner.hasRoom();
        closeIfLeft();
    }

    @Override
    public void tooLong(byte[] start, int length) {
        MessageReader reader = new MessageReader(start, 0, length, settings.limits());
        Header header;
        try {
            header = reader.header();
        } catch (JsonException e) {
            header = reader.headerSoFar();
        }
        String message = "answer longer than " + settings.limits().maxBytes() + " bytes";
        complete(header, new Reply.Failure(Status.processed(StatusCode.RESOURCE_EXHAUSTED, message)));
    }

    @Override
    public void garbage(int firstByte) {
        complete(Header.UNREAD, broken(connection.peer() + " does not answer in JSON: is it an rpcidl server?"));
        close();
    }

    private static Reply broken(String message) {
        return new Reply.Failure(Status.maybeProcessed(StatusCode.INTERNAL, message));
    }

    private void control(Header header) {
        switch (header.kind()) {
            case Header.PING -> {
                JsonWriter pong = writer.control(Header.PONG);
                connection.send(pong.array(), pong.length());
            }
            case Header.GOAWAY -> {
                leave();
                owner.goingAway(this);
            }
            default -> {
                // a later version of the wire may say more; that is no reason to fail
            }
        }
    }

    private void learn(Header header) {
        if (header.accepts() && !framer.isLines()) {
            framer.expectLines();
            accepted = true;
            owner.answered(this, true);
        } else if (!accepted) {
            leaving = true; // a stranger: one request a connection
            owner.answered(this, false);
        }
    }

    /** An answer without an id belongs to the one call that is in flight, if it is just one. */
    private void complete(Header header, Reply reply) {
        PendingCall call = header.id() instanceof RequestId.Numeric id ? pending.remove(id.value()) : null;
        if (call != null) {
            call.complete(reply);
        } else if (header.id() == null && pending.size() == 1) {
            pending.forEach(only -> {
                if (pending.remove(only)) {
                    only.complete(reply);
                }
            });
        }
    }
}
