package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonWriter;
import io.rpcidl.runtime.Cancellation;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.ReplyMetadata;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.observe.Attempt;
import io.rpcidl.runtime.service.live.OpenCall;
import io.rpcidl.runtime.stream.InboundItems;
import io.rpcidl.runtime.stream.ItemSender;
import io.rpcidl.runtime.stream.OutboundItems;
import io.rpcidl.runtime.stream.StreamLink;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageReader;
import io.rpcidl.runtime.wire.StreamReader;
import io.rpcidl.transport.MemoryBudget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One call of a stream method on a connection: the caller's items if it sends any, the answer's if there are any, and
 * the one message that ends it. What the connection says comes on its I/O thread, everything else on any.
 */
final class ServerStream implements StreamLink {

    private static final Status OVER = Status.processed(StatusCode.CANCELLED, "the call is over");

    private final OpenStreams owner;
    private final Header request;
    private final MethodDescriptor<?, ?> method;
    private final Deadline deadline;
    private final boolean credit;
    private final int size;
    private final Replies.Slot slot;
    private final @Nullable InboundItems in;
    private final OutboundItems out = new OutboundItems(this, true);
    private final ItemSender items;
    private final MemoryBudget.Share share;
    private volatile long held;
    private final ReplyMetadata replyMetadata = new ReplyMetadata();
    private @Nullable Attempt attempt; // set before the handler begins
    private final AtomicBoolean answering = new AtomicBoolean();
    private final AtomicBoolean over = new AtomicBoolean();
    private boolean inputEnded; // I/O thread
    private volatile long lastSign = System.nanoTime();

    /**
     * Makes the stream of a call.
     *
     * @param request the names under which it was opened
     * @param credit whether the caller was accepted, so that it gives credit and gets it
     * @param size how many bytes the request has
     */
    ServerStream(OpenStreams owner, Header request, MethodDescriptor<?, ?> method, boolean credit, int size) {
        this.owner = owner;
        this.request = Header.following(request.id(), request.service(), request.method());
        this.method = method;
        this.deadline = request.timeoutMillis() > 0
                ? Deadline.after(Duration.ofMillis(request.timeoutMillis()))
                : Deadline.NEVER;
        this.size = size;
        this.credit = credit;
        this.slot = owner.replies.run(request);
        this.share = owner.settings.calls().memory().share();
        share.hold(size);
        this.in = method.kind().sendsItems() ? new InboundItems(this) : null;
        this.items = new ItemSender(owner.writer, this.request);
    }

    /** Says who is told of what becomes of it: before its handler begins. */
    void observedBy(@Nullable Attempt newAttempt) {
        attempt = newAttempt;
    }

    /** Returns the call as others may see it. */
    OpenCall state() {
        OpenCall.Builder call = OpenCall.builder().method(method.fullName());
        if (!deadline.equals(Deadline.NEVER)) {
            call.remaining(Duration.ofMillis(deadline.remainingNanos(System.nanoTime()) / 1_000_000));
        }
        if (method.kind().returnsItems()) {
            call.credit(out.credit());
        }
        return in == null ? call.build() : call.unread(in.bytes()).build();
    }

    /** Returns how many bytes the request has. */
    int size() {
        return size;
    }

    Header request() {
        return request;
    }

    MethodDescriptor<?, ?> method() {
        return method;
    }

    Deadline deadline() {
        return deadline;
    }

    @Nullable
    InboundItems items() {
        return in;
    }

    ReplyMetadata replyMetadata() {
        return replyMetadata;
    }

    /** Returns what goes with the first message of an answer that is items, and nothing for the others. */
    private Metadata metadata() {
        boolean begun = answering.get() || answering.getAndSet(true); // to look is cheaper than to set
        return begun ? Metadata.EMPTY : replyMetadata.get();
    }

    Cancellation cancellation() {
        return slot.cancellation();
    }

    // ---- what the caller says

    /** Takes a message of the caller. Fails with {@link io.rpcidl.json.JsonException}. */
    void message(Header header, MessageReader reader, int size) {
        lastSign = System.nanoTime();
        List<Payload> came = StreamReader.items(header, reader, owner.onBroken);
        if (attempt != null) {
            attempt.received(size, came.size());
        }
        switch (header.kind()) {
            case Header.ITEM, Header.ITEMS -> items(came, size);
            case Header.END -> {
                Status failure = StreamReader.end(reader);
                inputEnded = true;
                if (in != null) {
                    in.end(failure == null ? null : new RpcException(failure));
                }
            }
            case Header.CREDIT -> out.credit(StreamReader.credit(reader));
            case Header.CANCEL -> end(Status.maybeProcessed(StatusCode.CANCELLED, "the caller has cancelled"));
            default -> {
                // a later version of the wire may say more; that is no reason to fail
            }
        }
    }

    private void items(List<Payload> came, int size) {
        if (in == null || inputEnded) {
            String mistake = in == null ? " takes no items" : ": an item after the end";
            end(Status.processed(StatusCode.INVALID_ARGUMENT, method.fullName() + mistake));
        } else {
            in.items(came, size);
        }
    }

    /** Nothing more will come from the caller, who may still read. */
    void endInput() {
        if (in != null && !in.isEnded()) {
            in.fail(new RpcException(Status.processed(
                    StatusCode.CANCELLED, "the caller ended the connection's input before its items")));
        }
    }

    // ---- what the handler says

    void answer(Reply reply) {
        if (reply instanceof Reply.Stream stream && method.kind().returnsItems()) {
            stream.items().subscribe(out);
        } else if (reply instanceof Reply.Stream stream) {
            out.cancel();
            stream.items().subscribe(out);
            end(Status.processed(StatusCode.INTERNAL, "items where one answer was due"));
        } else {
            Status failure = reply instanceof Reply.Failure failed ? failed.status() : null;
            finish(() -> owner.encoder.encode(request, replyMetadata.get(), reply, !credit, attempt), OVER, failure);
        }
    }

    @Override
    public void sent(@Nullable Throwable failure) {
        if (failure == null) {
            finish(() -> last(owner.writer.end(request, metadata(), null, !credit), null), OVER, null);
        } else {
            end(failure instanceof RpcException e ? e.status() : owner.encoder.unsendable(request, failure));
        }
    }

    /** Ends the call whatever it does: the caller is told, and the handler finds nobody to write to or to read from. */
    void end(Status status) {
        finish(
                () -> last(
                        method.kind().returnsItems()
                                ? owner.writer.end(request, metadata(), status, !credit)
                                : owner.writer.failure(request, replyMetadata.get(), status, !credit),
                        status),
                status,
                status);
        out.cancel();
    }

    /** Sends the last message of the call; whoever still reads the caller's items is told why there are no more. */
    private void finish(Supplier<JsonWriter> last, Status reason, @Nullable Status failure) {
        boolean first;
        synchronized (over) {
            first = over.compareAndSet(false, true);
        }
        if (first) {
            owner.closed(this);
            if (reason != OVER) {
                slot.cancellation().cancel();
            }
            slot.fill(last);
            share.close();
            if (in != null) {
                in.fail(new RpcException(reason));
            }
            if (attempt != null) {
                attempt.ended(failure);
            }
        }
    }

    /** Tells who watches the call of its end before its caller learns of it. */
    private JsonWriter last(JsonWriter message, @Nullable Status failure) {
        if (attempt != null) {
            attempt.sent(message.length());
            attempt.ended(failure);
        }
        return message;
    }

    // ---- time

    /** Returns the reading of the clock at which it has to be looked at. */
    long due() {
        long silent = lastSign + owner.settings.streamSilence().toNanos();
        return deadline.remainingNanos(silent) < 0 ? deadline.nanoTime() : silent;
    }

    void endLate() {
        if (deadline.isExpired()) {
            end(Status.processed(StatusCode.DEADLINE_EXCEEDED, "the deadline passed while the stream was open"));
        } else {
            String limit = owner.settings.streamSilence().toMillis() + " ms";
            end(Status.processed(StatusCode.DEADLINE_EXCEEDED, "no message of the stream for " + limit));
        }
    }

    // ---- the connection, as the stream sees it

    @Override
    public boolean hasCredit() {
        return credit;
    }

    @Override
    public int send(Payload item, boolean together) {
        if (!together) { // else one before it waits to leave still
            lastSign = System.nanoTime();
        }
        int size = items.write(item, metadata(), together && credit);
        synchronized (over) { // nothing follows the end
            if (over.get()) {
                return size;
            }
            int bytes = items.send(owner.connection);
            if (attempt != null) {
                attempt.sent(bytes);
            }
            return bytes;
        }
    }

    @Override
    public void grant(int items) {
        owner.send(owner.writer.credit(request, items));
    }

    @Override
    public void whenWritable(Runnable task) {
        owner.connection.whenWritable(task);
    }

    @Override
    public void setReading(boolean reading) {
        owner.setReading(reading);
    }

    @Override
    public void holds(long bytes) {
        if (in == null || bytes <= MemoryBudget.SMALL && held <= MemoryBudget.SMALL) {
            return;
        }
        long now;
        do { // whoever looks last has the last word
            now = in.bytes();
            if (!share.tryHold(size + now)) {
                String message = "the server's memory for items that are not read is used up";
                end(Status.processed(StatusCode.RESOURCE_EXHAUSTED, message));
                return;
            }
            held = now;
        } while (now != in.bytes());
    }

    @Override
    public void cancelled() {
        // the handler has read enough; its answer ends the call
    }
}
