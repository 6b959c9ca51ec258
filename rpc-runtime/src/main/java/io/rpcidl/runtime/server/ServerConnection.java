package io.rpcidl.runtime.server;

import io.rpcidl.json.Codecs;
import io.rpcidl.json.Framer;
import io.rpcidl.json.JsonException;
import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Cancellation;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.ReplyMetadata;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.Attempt;
import io.rpcidl.runtime.observe.LoggedConnection;
import io.rpcidl.runtime.service.HealthService;
import io.rpcidl.runtime.service.live.ConnectionState;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageReader;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.runtime.wire.RequestParams;
import io.rpcidl.transport.Connection;
import io.rpcidl.transport.HttpReply;
import io.rpcidl.transport.HttpRequest;
import io.rpcidl.transport.Liveness;
import io.rpcidl.transport.MemoryBudget;
import io.rpcidl.transport.Peer;
import io.rpcidl.transport.Receiver;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One connection of a server: reads requests, hands them on, and sends what they are answered with. Everything but
 * sending happens on the connection's I/O thread.
 */
final class ServerConnection implements Receiver, Framer.Sink, Liveness.Owner {

    /** A request, or one in HTTP, may be on its way to a connection that waits for it when the server begins to shut down. */
    private static final Duration FIRST_REQUEST_GRACE = Duration.ofSeconds(1);

    /** How long a caller may take to leave a connection when it was asked to. */
    private static final Duration LEAVE_GRACE = Duration.ofSeconds(30);

    private static final int SHOWN_CALLS = 100;

    static final Reply CANCELLED =
            new Reply.Failure(Status.processed(StatusCode.CANCELLED, "the caller has cancelled"));

    static final Status LATE =
            Status.maybeProcessed(StatusCode.DEADLINE_EXCEEDED, "the deadline passed while the call was carried out");

    static final Status NOT_BEGUN =
            Status.notProcessed(StatusCode.DEADLINE_EXCEEDED, "the deadline passed before the call was started");

    private static final Status NO_MEMORY = Status.notProcessed(
                    StatusCode.RESOURCE_EXHAUSTED, "the server's memory for large messages is used up")
            .withRetryAfter(Duration.ofSeconds(1));

    private static final Status REUSED =
            Status.processed(StatusCode.INVALID_ARGUMENT, "the stream's request_id was used again while it was open");

    private final Connection connection;
    private final ServerSettings settings;
    private final Consumer<ServerConnection> onClosed;
    private final MessageWriter writer;
    private final Framer framer;
    private final Replies replies;
    private final ReplyEncoder encoder;
    private final OpenStreams streams;
    private final MemoryBudget.Share kept;
    private final LargeRequests large;
    private boolean keepsMuch; // of a message that has not ended
    private final Liveness liveness;
    private @Nullable HttpFront http; // once it is spoken
    private @Nullable Cancellation httpCall; // the signal of the latest
    private volatile boolean accepted; // set on the I/O thread
    private boolean inflating; // from behind the message that is being read
    private volatile boolean broken; // nothing that follows can be trusted
    private MessageReader lastReader;
    private volatile boolean draining;
    private long unfinished = -1; // the message that had not ended when bytes last came
    private long unfinishedSince;
    private final LateTimer messages;

    ServerConnection(Connection raw, ServerSettings settings, Consumer<ServerConnection> onClosed) {
        this.settings = settings;
        this.connection = LoggedConnection.ofServer(raw, settings.wireLog(), settings.router()::method);
        this.onClosed = onClosed;
        this.lastReader = new MessageReader(settings.limits());
        this.writer = settings.writer();
        this.framer = new Framer(settings.limits().maxBytes());
        this.replies = new Replies(connection, settings.calls());
        this.encoder = new ReplyEncoder(writer);
        this.streams = new OpenStreams(connection, settings, writer, replies, this::endInput);
        this.kept = settings.calls().memory().share();
        this.large = new LargeRequests(settings.calls().memory(), this::setReadingSoon);
        this.messages = new LateTimer(connection, Long.MAX_VALUE / 2, this::endLateMessage);
        this.liveness = new Liveness(connection, settings.times(), this, System::nanoTime);
        liveness.start();
        long age = settings.age().getAsLong();
        if (age < Long.MAX_VALUE) {
            connection.schedule(Duration.ofNanos(age), this::askToLeave);
        }
    }

    /** Not here and now: what is being read comes first. */
    private void setReadingSoon(boolean reading) {
        connection.schedule(Duration.ZERO, () -> streams.setReading(reading));
    }

    // ---- the server's life

    /** Takes no further calls; a peer that knows how is told, and closes when it is done. Any thread. */
    void drain() {
        draining = true;
        connection.schedule(Duration.ZERO, () -> {
            if (accepted) {
                send(writer.control(Header.GOAWAY));
            } else if (framer.started() > 0) {
                replies.closeWhenDone();
            } else {
                connection.schedule(FIRST_REQUEST_GRACE, replies::closeWhenDone);
            }
        });
    }

    /** Lets a caller that knows how open another connection; what crosses the message is carried out all the same. */
    private void askToLeave() {
        if (accepted) {
            send(writer.control(Header.GOAWAY));
            connection.schedule(LEAVE_GRACE, replies::closeWhenDone);
        }
    }

    @Override
    public boolean isBusy() {
        return replies.isBusy();
    }

    @Override
    public boolean ping() {
        boolean knows = accepted && !replies.isAccepting();
        if (knows) {
            send(writer.control(Header.PING));
        }
        return knows && !streams.isPaused(); // its answer would not be read: it is only told that we live
    }

    @Override
    public void dead(String reason) {
        connection.abort(reason);
    }

    @Override
    public void idle() {
        askToLeave();
        if (!accepted) {
            replies.closeWhenDone();
        }
    }

    /** Closes without waiting. Any thread. */
    void close() {
        connection.close();
    }

    /** Returns how many calls it has in flight. Any thread. */
    int inFlight() {
        return replies.inFlight();
    }

    /** Returns the connection as others may see it. Any thread. */
    ConnectionState state() {
        Peer peer = connection.peer();
        return ConnectionState.builder()
                .peer(peer.address())
                .encrypted(peer.encrypted())
                .accepted(accepted)
                .inFlight(replies.inFlight())
                .calls(Stream.concat(replies.state(SHOWN_CALLS).stream(), streams.state())
                        .limit(SHOWN_CALLS)
                        .toList())
                .build();
    }

    // ---- what the connection says

    @Override
    public void received(byte[] bytes, int from, int to) {
        liveness.sign();
        if (broken) {
            return;
        }
        if (settings.tlsOnly() && !connection.peer().encrypted()) {
            refuse(Header.UNREAD, StatusCode.FAILED_PRECONDITION, "this port takes TLS only");
            endInput();
            return;
        }
        int end = framer.feed(bytes, from, to, this);
        updateKept();
        if (framer.isBroken()) {
            endInput();
        } else if (inflating) {
            inflating = false;
            connection.inflateInput(bytes, end, to);
        } else if (framer.isWithinMessage() && unfinished != framer.started()) {
            unfinished = framer.started();
            unfinishedSince = System.nanoTime();
            messages.look(unfinishedSince + settings.documentTimeout().toNanos());
        }
    }

    @Override
    public CompletableFuture<HttpReply> http(HttpRequest request) {
        liveness.sign();
        int size = request.body().length;
        String full = replies.isFull() ? replies.full() : large.begin(size) ? null : NO_MEMORY.message();
        Replies.Slot slot = replies.silent();
        CompletableFuture<HttpReply> answer = new CompletableFuture<>();
        var caller = new HttpCalls.Caller(connection.peer(), slot.cancellation(), new AtomicReference<>(answer));
        httpCall = slot.cancellation();
        http = http == null ? new HttpFront(settings) : http;
        CompletableFuture<HttpReply> reply = http.answer(request, caller, draining, full);
        // the answer first, for the slot may close the connection; but the slot is kept until the code has ended
        CompletableFuture.allOf(answer, caller.running().get()).whenComplete((nothing, bug) -> {
            slot.release();
            large.end(full == null ? size : 0);
        });
        reply.whenComplete((done, bug) -> answer.complete(done));
        return answer;
    }

    @Override
    public void inputClosed() {
        endHttpCall(); // in HTTP nobody ends one side only and goes on reading
        if (framer.isWithinMessage() && !framer.isSkipping() && !broken) {
            refuse(Header.UNREAD, StatusCode.INVALID_ARGUMENT, "the connection ended within a message");
        }
        if (accepted) {
            streams.endAll("closed by the other side"); // it would be told of credit or a cancel no more
            replies.cancelAll();
        } else {
            streams.endInput();
        }
        replies.closeWhenDone();
    }

    @Override
    public void closed(String reason) {
        kept.close();
        streams.endAll(reason);
        replies.cancelAll();
        endHttpCall();
        onClosed.accept(this);
    }

    private void endHttpCall() {
        if (httpCall != null) {
            httpCall.cancel();
        }
    }

    /** Ends a message that has taken too long; however many come in pieces, the latest is the one that matters. */
    private @Nullable Long endLateMessage(long now) {
        if (!framer.isWithinMessage() || broken) {
            return null;
        }
        if (streams.isPaused()) {
            unfinishedSince = now; // it is us who do not read
        }
        long due = unfinishedSince + settings.documentTimeout().toNanos();
        if (unfinished != framer.started() || due - now > 0) {
            return due;
        }
        String limit = settings.documentTimeout().toSeconds() + " s after its first byte";
        refuse(Header.UNREAD, StatusCode.DEADLINE_EXCEEDED, "a message must be complete " + limit);
        endInput();
        return null;
    }

    /** Takes no further requests, and closes when what is owed is answered. Any thread. */
    private void endInput() {
        broken = true;
        streams.endInput();
        replies.closeWhenDone();
    }

    // ---- what the framer finds

    @Override
    public void garbage(int firstByte) {
        String message = "broken JSON at offset 0: a message is one JSON object and starts with '{'";
        refuse(Header.UNREAD, StatusCode.INVALID_ARGUMENT, message);
    }

    @Override
    public void tooLong(byte[] start, int length) {
        MessageReader reader = new MessageReader(settings.limits()).next(start, 0, length);
        Header header = reader.headerAsFarAsItGoes().withoutDeflate();
        if (length < settings.limits().maxBytes()) {
            refuse(header, NO_MEMORY);
            return;
        }
        String message = "message longer than " + settings.limits().maxBytes() + " bytes";
        refuse(header, StatusCode.RESOURCE_EXHAUSTED, message);
    }

    /** What was kept of a message that has ended is not any more. */
    private void updateKept() {
        if (keepsMuch) {
            keepsMuch = framer.kept() > MemoryBudget.SMALL;
            kept.hold(framer.kept());
        }
    }

    @Override
    public boolean maySpare(int bytes) {
        return settings.calls().memory().hasPlenty(bytes);
    }

    @Override
    public boolean mayKeep(int bytes) {
        boolean may = kept.tryHold(bytes);
        keepsMuch |= may && bytes > MemoryBudget.SMALL;
        return may;
    }

    @Override
    public void message(byte[] bytes, int from, int to) {
        if (broken) {
            return;
        }
        updateKept();
        if (connection instanceof LoggedConnection logged) {
            logged.received(bytes, from, to);
        }
        MessageReader reader = lastReader = lastReader.next(bytes, from, to);
        try {
            Header header = reader.header();
            if (header.isCall()) {
                call(header.offers() ? answerable(header) : header, reader, to - from);
            } else if (header.id() != null) {
                streams.message(header, reader, to - from);
                if (header.kind().equals(Header.CANCEL)) {
                    replies.cancel(header.id());
                }
            } else if (header.kind().equals(Header.PING) && accepted) {
                send(writer.control(Header.PONG));
            }
        } catch (JsonException e) {
            StatusCode code =
                    e.kind() == JsonException.Kind.LIMIT ? StatusCode.RESOURCE_EXHAUSTED : StatusCode.INVALID_ARGUMENT;
            boolean brokenLine = accepted && e.kind() == JsonException.Kind.SYNTAX;
            String hint = brokenLine ? "; after an offer a message is one line" : "";
            refuse(reader.headerSoFar().withoutDeflate(), code, e.getMessage() + hint);
            if (e.kind() == JsonException.Kind.SYNTAX) {
                endInput();
            }
        } finally {
            reader.rest();
        }
    }

    // ---- calls

    private void call(Header header, MessageReader reader, int size) {
        Binding<?, ?> binding = settings.router().find(header.service(), header.method());
        if (streams.end(header.id(), REUSED)) {
            reader.check();
        } else if (binding == null) {
            reader.check();
            refuse(header, StatusCode.UNIMPLEMENTED, unknown(header));
        } else if (draining && !header.isOneway() && !header.service().equals(HealthService.NAME)) {
            refuse(header, StatusCode.UNAVAILABLE, "the server is shutting down");
        } else if (replies.isFull()) {
            Status full = Status.notProcessed(StatusCode.RESOURCE_EXHAUSTED, replies.full());
            refuse(header, full.withRetryAfter(Admission.COME_BACK));
        } else if (!large.begin(size)) {
            refuse(header, NO_MEMORY);
        } else if (binding.method().kind().isStream()) {
            open(header, binding.method(), reader, size);
            large.end(size); // it counts this and its items by itself
        } else {
            large.endAfter(size, start(header, binding.method(), reader, size));
        }
    }

    private void open(Header header, MethodDescriptor<?, ?> method, MessageReader reader, int size) {
        if (header.id() == null || header.isOneway()) {
            reader.check();
            String mistake = " opens a stream: its request needs a request_id, and is not oneway";
            refuse(header, StatusCode.INVALID_ARGUMENT, method.fullName() + mistake);
        } else {
            ServerStream stream = new ServerStream(streams, header, method, accept(header), size);
            streams.open(header, stream, new RequestParams(reader, this::endInput));
        }
    }

    private CompletableFuture<Reply> start(
            Header header, MethodDescriptor<?, ?> method, MessageReader reader, int size) {
        long millis = header.timeoutMillis() > 0
                ? header.timeoutMillis()
                : settings.defaultTimeout().toMillis();
        Deadline deadline = Deadline.after(Duration.ofMillis(millis));
        boolean stranger = !accept(header);
        boolean oneway = method.kind() == MethodDescriptor.Kind.ONEWAY;
        Replies.Slot slot = oneway
                ? replies.silent()
                : replies.run(
                        header,
                        deadline,
                        begun -> stranger
                                ? writer.failure(header, Metadata.EMPTY, begun ? LATE : NOT_BEGUN, true)
                                : null);
        RequestParams params = new RequestParams(reader, this::endInput);
        ReplyMetadata metadata = new ReplyMetadata();
        Call call = settings.observed(Call.received(
                method, params, header.metadata(), metadata, deadline, slot.cancellation(), null, connection.peer()));
        Attempt attempt = Attempt.ofServer(call, size);
        CompletableFuture<Reply> reply = settings.invoker().invoke(call);
        if (oneway && !header.isOneway()) {
            // an ordinary request to a oneway method: what is answered is whether it was taken
            replies.open(header).fill(() -> encoder.encode(header, Metadata.EMPTY, taken(reply), stranger, null));
        }
        reply.whenComplete((done, bug) -> {
            boolean cancelled = slot.cancellation().isCancelled();
            Reply given = cancelled && done instanceof Reply.Success ? CANCELLED : done;
            Reply answer = cancelled && deadline.isExpired() ? new Reply.Failure(LATE) : given;
            slot.fill(() -> encoder.encode(header, metadata.get(), answer, stranger, attempt));
            if (attempt != null) {
                attempt.ended(answer); // where nothing was sent
            }
        });
        return reply;
    }

    /** Returns whether a oneway call was taken: whatever becomes of it, unless it will not be started. */
    static Reply taken(CompletableFuture<Reply> reply) {
        Reply taken = new Reply.Success(Payload.of(Codecs.NOTHING, null));
        return reply.getNow(taken) instanceof Reply.Failure failure
                        && failure.status().processed() == Processed.NO
                ? failure
                : taken;
    }

    private void refuse(Header header, StatusCode code, String message) {
        refuse(header, Status.notProcessed(code, message));
    }

    private void refuse(Header header, Status status) {
        if (streams.end(header.id(), status)) {
            return; // it was a message of a stream
        }
        settings.refused(header.service(), header.method(), connection.peer(), status);
        boolean stranger = !accept(header);
        replies.open(header).fill(() -> writer.failure(header, Metadata.EMPTY, status, stranger));
    }

    /** Takes an offer, which the answer will say; returns whether the peer is accepted. I/O thread. */
    private boolean accept(Header header) {
        if (header.offers() && !accepted) {
            accepted = true;
            framer.expectLines();
            if (header.deflate()) {
                inflating = true;
                framer.pause();
            }
        }
        return accepted;
    }

    /**
     * Returns a header that offers no more than is accepted: compression if it is allowed, and if nothing else can be on
     * its way before the answer that says so.
     */
    private Header answerable(Header header) {
        Binding<?, ?> binding = settings.router().find(header.service(), header.method());
        boolean alone = binding != null && !binding.method().kind().isStream() && !header.isOneway();
        return settings.deflate() && alone && !accepted ? header : header.withoutDeflate();
    }

    private void send(JsonWriter message) {
        connection.send(message.array(), message.length());
    }

    private String unknown(Header header) {
        return settings.router().hasService(header.service())
                ? "service '" + header.service() + "' has no method '" + header.method() + "'"
                : "no service '" + header.service() + "' here";
    }
}
