package io.rpcidl.runtime.client;

import io.rpcidl.json.JsonException;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.stream.InboundItems;
import io.rpcidl.runtime.stream.ItemSender;
import io.rpcidl.runtime.stream.OutboundItems;
import io.rpcidl.runtime.stream.StreamLink;
import io.rpcidl.runtime.wire.Header;
import io.rpcidl.runtime.wire.MessageReader;
import io.rpcidl.runtime.wire.StreamReader;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The items of a pending call: those it sends, those it is answered with, or both. Attached to the connection that
 * carries it before its request is sent. What the connection says comes on its I/O thread, everything else on any.
 */
final class ClientStream implements StreamLink {

    /** How long a server may take to say that it accepts the wire, before items are sent as to a stranger. */
    private static final Duration ANSWER_TIME = Duration.ofSeconds(1);

    private final PendingCall pending;
    private final Call call;
    private final AttemptReply reply;
    private final @Nullable InboundItems in;
    private final @Nullable OutboundItems out;
    private @Nullable ItemSender items; // set with the connection, as what follows
    private volatile @Nullable ClientConnection connection;
    private Header request = Header.UNREAD;
    private volatile long lastSign = System.nanoTime();

    ClientStream(PendingCall pending, Call call, AttemptReply reply) {
        MethodDescriptor.Kind kind = call.method().kind();
        this.pending = pending;
        this.call = call;
        this.reply = reply;
        this.in = kind.returnsItems() ? new InboundItems(this) : null;
        this.out = kind.sendsItems() ? new OutboundItems(this, false) : null;
    }

    /** Belongs to a connection from now on; the pending call has its id. */
    void attach(ClientConnection carrier) {
        request = pending.names();
        items = new ItemSender(carrier.settings().writer(), request);
        connection = carrier;
    }

    /** The request is sent: sends items, and hands out those that come. */
    void start() {
        lastSign = System.nanoTime();
        if (reply.given() instanceof Reply.Failure) { // nobody waits; or the server was quick: then this does nothing
            giveUp(Status.maybeProcessed(StatusCode.CANCELLED, "given up while the connection was opened"));
        }
        if (out != null && call.items() != null) {
            call.items().subscribe(out);
            if (!hasCredit()) {
                connection.transport().schedule(ANSWER_TIME, out::presumeStranger);
            }
        }
    }

    /** Returns whether so many items are on their way that what follows on the connection may be stuck behind them. */
    boolean isOverdrawn() {
        return out != null && out.isOverdrawn();
    }

    boolean isSilent(long now) {
        return connection != null && now - lastSign > settings().streamSilence().toNanos();
    }

    /**
     * Takes a message of the server; returns whether that ends the call. Fails with {@link JsonException}.
     */
    boolean message(Header header, MessageReader reader, int size) {
        lastSign = System.nanoTime();
        pending.takes(header);
        List<Payload> came = StreamReader.items(header, reader, () -> {});
        pending.received(size, came.size());
        switch (header.kind()) {
            case Header.ITEM, Header.ITEMS -> {
                if (in == null) {
                    end(Status.processed(StatusCode.INTERNAL, "an item where one answer was due"));
                    return true;
                }
                begin();
                in.items(came, size);
            }
            case Header.END -> {
                Status failure = StreamReader.end(reader);
                if (in == null && failure == null) {
                    failure = Status.processed(StatusCode.INTERNAL, "an end where one answer was due");
                }
                if (failure == null) {
                    begin();
                }
                end(failure == null ? null : header.hinted(failure));
                return true;
            }
            case Header.CREDIT -> {
                if (out != null) {
                    out.credit(StreamReader.credit(reader));
                }
            }
            default -> {
                // a later version of the wire may say more; that is no reason to fail
            }
        }
        return false;
    }

    /** The server answers with items: before the first one it may refuse the call, which can then be made elsewhere. */
    private void begin() {
        if (in != null) {
            reply.give(new Reply.Stream(in));
        }
    }

    /** The call is over with an ordinary reply. */
    void answered(Reply done) {
        if (in != null && !(done instanceof Reply.Failure)) {
            end(Status.processed(StatusCode.INTERNAL, "one answer where items were due"));
        } else if (done instanceof Reply.Failure failure) {
            end(failure.status());
        } else {
            pending.ended(null);
            reply.give(done);
            close();
        }
    }

    /** The call is over, behind what has come in; null if all is well. */
    private void end(@Nullable Status failure) {
        pending.ended(failure);
        if (in != null) {
            in.end(failure == null ? null : new RpcException(failure));
        }
        if (failure != null) {
            reply.give(new Reply.Failure(failure)); // unless there is one
        }
        if (reply.given() instanceof Reply.Stream) {
            call.cancellation().close(); // else the caller does: the call may be made again elsewhere
        }
        close();
    }

    /** The call is over at once. */
    void fail(Status status) {
        pending.ended(status); // before the reader of the items is told, with whom the call ends
        if (in != null) {
            in.fail(new RpcException(status));
        }
        end(status);
    }

    private void close() {
        if (out != null) {
            out.cancel();
        }
    }

    // ---- the connection, as the stream sees it

    @Override
    public boolean hasCredit() {
        return connection != null && connection.isAccepted();
    }

    @Override
    public int send(Payload item, boolean together) {
        if (!together) { // else one before it waits to leave still
            lastSign = System.nanoTime();
        }
        items.write(item, Metadata.EMPTY, together && hasCredit());
        int bytes = items.send(connection.transport());
        pending.sent(bytes);
        return bytes;
    }

    @Override
    public void whenWritable(Runnable task) {
        connection.transport().whenWritable(task);
    }

    @Override
    public void grant(int items) {
        connection.send(settings().writer().credit(request, items));
    }

    /** A stranger is not read until the reader has caught up. Who has credit and sends more than that breaks the rules. */
    @Override
    public void setReading(boolean reading) {
        if (!hasCredit()) {
            connection.transport().setReading(reading);
        } else if (!reading) {
            String message = "the server sent more items than it had credit for";
            connection
                    .transport()
                    .schedule(Duration.ZERO, () -> giveUp(Status.processed(StatusCode.RESOURCE_EXHAUSTED, message)));
        }
    }

    @Override
    public void sent(@Nullable Throwable failure) {
        if (failure == null) {
            connection.send(settings().writer().follow(request, Header.END));
        } else if (failure instanceof RpcException e) {
            giveUp(e.status());
        } else if (failure instanceof JsonException e) {
            boolean limit = e.kind() == JsonException.Kind.LIMIT;
            giveUp(Status.maybeProcessed(
                    limit ? StatusCode.RESOURCE_EXHAUSTED : StatusCode.INVALID_ARGUMENT,
                    "an item cannot be sent: " + e.getMessage()));
        } else {
            giveUp(Status.maybeProcessed(StatusCode.CANCELLED, "the caller's items failed: " + failure));
        }
    }

    @Override
    public void cancelled() {
        giveUp(Status.maybeProcessed(StatusCode.CANCELLED, "cancelled by the caller"));
    }

    private void giveUp(Status status) {
        connection.giveUp(pending, status);
    }

    private ClientSettings settings() {
        return connection.settings();
    }
}
