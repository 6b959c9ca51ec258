package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.Attempt;
import io.rpcidl.runtime.service.live.OpenCall;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageReader;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.runtime.wire.RequestId;
import io.rpcidl.transport.Connection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The streams that are open on one connection, found by the ids of their requests. They are opened and spoken to on the
 * connection's I/O thread; they end on any.
 */
final class OpenStreams {

    private static final long LOOK_NANOS = 10_000_000_000L;

    final Connection connection;
    final ServerSettings settings;
    final MessageWriter writer;
    final ReplyEncoder encoder;
    final Replies replies;
    final Runnable onBroken;
    private final Map<RequestId, ServerStream> open = new ConcurrentHashMap<>();
    private final LateTimer timer;
    private int full; // streams whose reader is too slow for a caller that knows no credit; guarded by this

    /**
     * Makes the streams of a connection.
     *
     * @param onBroken is run, on any thread, if an item turns out to be no JSON
     */
    OpenStreams(
            Connection connection, ServerSettings settings, MessageWriter writer, Replies replies, Runnable onBroken) {
        this.connection = connection;
        this.settings = settings;
        this.writer = writer;
        this.encoder = new ReplyEncoder(writer);
        this.replies = replies;
        this.onBroken = onBroken;
        this.timer = new LateTimer(connection, LOOK_NANOS, this::endLate);
    }

    // ---- what the connection says

    /** Opens a stream, whose id is not that of an open one. */
    void open(Header request, ServerStream stream, Payload params) {
        open.put(request.id(), stream);
        if (request.offers()) {
            send(writer.credit(request, 0)); // says that the wire is accepted, before there is an answer to say it
        }
        timer.look(stream.due());
        Call call = settings.observed(Call.received(
                stream.method(),
                params,
                request.metadata(),
                stream.replyMetadata(),
                stream.deadline(),
                stream.cancellation(),
                stream.items(),
                connection.peer()));
        stream.observedBy(Attempt.ofServer(call, stream.size()));
        settings.invoker().invoke(call).whenComplete((reply, bug) -> stream.answer(reply));
    }

    /** Takes a message that belongs to a request; if that is no open stream, it comes too late and is passed over. */
    void message(Header header, MessageReader reader, int size) {
        ServerStream stream = find(header.id());
        if (stream == null) {
            return;
        }
        try {
            stream.message(header, reader, size);
        } catch (JsonException e) {
            stream.end(Status.processed(StatusCode.INVALID_ARGUMENT, String.valueOf(e.getMessage())));
            if (e.kind() == JsonException.Kind.SYNTAX) {
                onBroken.run();
            }
        }
    }

    /** Ends the stream of an id if it is open; returns whether it was. */
    boolean end(@Nullable RequestId id, Status status) {
        ServerStream stream = find(id);
        if (stream != null) {
            stream.end(status);
        }
        return stream != null;
    }

    private @Nullable ServerStream find(@Nullable RequestId id) {
        return id == null || open.isEmpty() ? null : open.get(id);
    }

    /** Nothing more comes in. Any thread. */
    void endInput() {
        open.values().forEach(ServerStream::endInput);
    }

    /** The connection is gone. */
    void endAll(String reason) {
        Status status = Status.maybeProcessed(StatusCode.UNAVAILABLE, "connection to the caller lost: " + reason);
        open.values().forEach(stream -> stream.end(status));
    }

    private @Nullable Long endLate(long now) {
        Long next = null;
        for (ServerStream stream : open.values()) {
            long due = stream.due();
            if (due - now <= 0) {
                stream.endLate();
            } else if (next == null || due - next < 0) {
                next = due;
            }
        }
        return next;
    }

    /** Returns the calls as others may see them. Any thread. */
    Stream<OpenCall> state() {
        return open.values().stream().map(ServerStream::state);
    }

    // ---- what the streams say, on any thread

    void closed(ServerStream stream) {
        open.remove(stream.request().id(), stream);
    }

    int send(JsonWriter message) {
        connection.send(message.array(), message.length());
        return message.length();
    }

    synchronized void setReading(boolean reading) {
        int before = full;
        full += reading ? -1 : 1;
        if (before == 0 || full == 0) {
            connection.setReading(full == 0);
        }
    }

    /** Returns whether the connection is not read, for a reader of items is too slow. */
    synchronized boolean isPaused() {
        return full > 0;
    }
}
