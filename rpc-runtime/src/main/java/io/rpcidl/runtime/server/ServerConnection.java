package io.rpcidl.runtime.server;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.json.Codecs;
import io.rpcidl.runtime.json.JsonException;
import io.rpcidl.runtime.json.JsonWriter;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import io.rpcidl.runtime.transport.Connection;
import io.rpcidl.runtime.transport.Receiver;
import io.rpcidl.runtime.wire.Framer;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageReader;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.runtime.wire.RequestParams;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * One connection of a server: reads requests, hands them on, and sends what they are answered with. Everything but
 * sending happens on the connection's I/O thread.
 */
final class ServerConnection implements Receiver, Framer.Sink {

    private final Connection connection;
    private final ServerSettings settings;
    private final Consumer<ServerConnection> onClosed;
    private final MessageWriter writer;
    private final Framer framer;
    private final Replies replies;
    private boolean accepted;
    private long messages;
    private long timedMessage = -1;
    private volatile boolean draining;

    ServerConnection(Connection connection, ServerSettings settings, Consumer<ServerConnection> onClosed) {
        this.connection = connection;
        this.settings = settings;
        this.onClosed = onClosed;
        this.writer = new MessageWriter(settings.limits());
        this.framer = new Framer(settings.limits().maxBytes());
        this.replies = new Replies(connection);
    }

    // ---- the server's life

    /** Takes no further calls; a peer that knows how is told, and closes when it is done. Any thread. */
    void drain() {
        draining = true;
        connection.schedule(Duration.ZERO, () -> {
            if (accepted) {
                send(writer.control(Header.GOAWAY));
            } else {
                replies.closeWhenDone();
            }
        });
    }

    /** Closes without waiting. Any thread. */
    void close() {
        connection.close();
    }

    // ---- what the connection says

    @Override
    public void received(byte[] bytes, int from, int to) {
        framer.feed(bytes, from, to, this);
        if (framer.isWithinMessage() && timedMessage != messages) {
            timedMessage = messages;
            long late = messages;
            connection.schedule(settings.documentTimeout(), () -> endLateMessage(late));
        }
    }

    @Override
    public void inputClosed() {
        if (framer.isWithinMessage()) {
            refuse(StatusCode.INVALID_ARGUMENT, "the connection ended within a message");
        }
        replies.closeWhenDone();
    }

    @Override
    public void closed(String reason) {
        onClosed.accept(this);
    }

    private void endLateMessage(long late) {
        if (framer.isWithinMessage() && messages == late) {
            String limit = "a message must be complete " + settings.documentTimeout().toSeconds()
                    + " s after its first byte";
            refuse(StatusCode.DEADLINE_EXCEEDED, limit);
            connection.close();
        }
    }

    // ---- what the framer finds

    @Override
    public void garbage(int firstByte) {
        refuse(StatusCode.INVALID_ARGUMENT, "broken JSON: a message is one JSON object and starts with '{'");
        connection.close();
    }

    @Override
    public void tooLong(byte[] start, int length) {
        messages++;
        MessageReader reader = new MessageReader(start, 0, length, settings.limits());
        Header header;
        try {
            header = reader.header();
        } catch (JsonException e) {
            header = reader.headerSoFar();
        }
        String message = "message longer than " + settings.limits().maxBytes() + " bytes";
        refuse(header, Status.notProcessed(StatusCode.RESOURCE_EXHAUSTED, message));
    }

    @Override
    public void message(byte[] bytes, int from, int to) {
        messages++;
        MessageReader reader = new MessageReader(bytes, from, to, settings.limits());
        Header header;
        try {
            header = reader.header();
        } catch (JsonException e) {
            refuse(reader.headerSoFar(), Status.notProcessed(code(e), String.valueOf(e.getMessage())));
            if (e.kind() == JsonException.Kind.SYNTAX) {
                connection.close();
            }
            return;
        }
        if (header.isCall()) {
            call(header, reader);
        } else if (header.kind().equals(Header.PING) && accepted) {
            send(writer.control(Header.PONG));
        }
    }

    // ---- calls

    private void call(Header header, MessageReader reader) {
        if (header.offers() && !accepted) {
            accepted = true;
            framer.expectLines();
        }
        Binding<?, ?> binding = settings.router().find(header.service(), header.method());
        if (binding == null) {
            refuse(header, Status.notProcessed(StatusCode.UNIMPLEMENTED, unknown(header)));
        } else if (draining) {
            refuse(header, Status.notProcessed(StatusCode.UNAVAILABLE, "the server is shutting down"));
        } else if (replies.inFlight() >= settings.maxInFlight()) {
            String message = "more than " + settings.maxInFlight() + " calls in flight on one connection";
            refuse(header, Status.notProcessed(StatusCode.RESOURCE_EXHAUSTED, message));
        } else {
            start(header, binding.method(), reader);
        }
    }

    private void start(Header header, MethodDescriptor<?, ?> method, MessageReader reader) {
        long millis =
                header.timeoutMillis() > 0 ? header.timeoutMillis() : settings.defaultTimeout().toMillis();
        Deadline deadline = Deadline.after(Duration.ofMillis(millis));
        Call call = new Call(method, new RequestParams(reader), header.metadata(), deadline);
        Replies.Slot slot = replies.open(header);
        boolean accept = header.offers();
        boolean stranger = !accepted;
        CompletableFuture<Reply> reply = settings.invoker().invoke(call);
        if (method.kind() == MethodDescriptor.Kind.ONEWAY) {
            // an ordinary request to a oneway method is answered once it is accepted, whatever becomes of it
            slot.fill(encode(header, accept, new Reply.Success(Payload.of(Codecs.NOTHING, null)), stranger));
        } else {
            reply.whenComplete((done, bug) -> slot.fill(encode(header, accept, done, stranger)));
        }
    }

    private JsonWriter encode(Header header, boolean accept, Reply reply, boolean stranger) {
        if (reply instanceof Reply.Success success) {
            try {
                return writer.success(header, accept, success.result());
            } catch (JsonException e) {
                StatusCode code =
                        e.kind() == JsonException.Kind.LIMIT ? StatusCode.RESOURCE_EXHAUSTED : StatusCode.INTERNAL;
                Status status = Status.processed(code, "the answer cannot be sent: " + e.getMessage());
                return writer.failure(header, accept, status, stranger);
            }
        }
        return writer.failure(header, accept, ((Reply.Failure) reply).status(), stranger);
    }

    private void refuse(StatusCode code, String message) {
        refuse(Header.UNREAD, Status.notProcessed(code, message));
    }

    private void refuse(Header header, Status status) {
        if (!header.kind().equals(Header.ONEWAY)) {
            replies.open(header).fill(writer.failure(header, header.offers(), status, !accepted));
        }
    }

    private void send(JsonWriter message) {
        connection.send(message.array(), message.length());
    }

    private String unknown(Header header) {
        return settings.router().hasService(header.service())
                ? "service '" + header.service() + "' has no method '" + header.method() + "'"
                : "no service '" + header.service() + "' here";
    }

    private static StatusCode code(JsonException e) {
        return e.kind() == JsonException.Kind.LIMIT ? StatusCode.RESOURCE_EXHAUSTED : StatusCode.INVALID_ARGUMENT;
    }
}
