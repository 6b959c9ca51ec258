package io.rpcidl.runtime;

import io.rpcidl.runtime.observe.CallObserver;
import io.rpcidl.transport.Peer;
import java.security.Principal;
import java.util.Objects;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/**
 * One call on its way from the caller to the handler. Immutable; a filter passes on a changed copy.
 *
 * <pre>{@code
 * Filter tagging = (call, next) -> next.invoke(call.withMetadata(call.metadata().with("tenant", tenant)));
 * }</pre>
 *
 * @param method what is called
 * @param params its parameters
 * @param metadata what is sent along
 * @param replyMetadata what travels beside the answer
 * @param deadline when it is over
 * @param cancellation the signal that nobody waits for it any more
 * @param items what the caller sends after the parameters, for one subscriber; null where the method takes no items
 * @param peer who sent it; null on the caller's side
 * @param trace what becomes of it; null on the server's side
 * @param principal on whose behalf it is made, if the server has found that out
 * @param observer who watches it; null if nobody does
 */
public record Call(
        MethodDescriptor<?, ?> method,
        Payload params,
        Metadata metadata,
        ReplyMetadata replyMetadata,
        Deadline deadline,
        Cancellation cancellation,
        Flow.@Nullable Publisher<Payload> items,
        @Nullable Peer peer,
        @Nullable CallTrace trace,
        @Nullable Principal principal,
        @Nullable CallObserver observer) {

    /** Checks that nothing is null that must not be. */
    public Call {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(params, "params");
        Objects.requireNonNull(metadata, "metadata");
        Objects.requireNonNull(replyMetadata, "replyMetadata");
        Objects.requireNonNull(deadline, "deadline");
        Objects.requireNonNull(cancellation, "cancellation");
    }

    /** Makes a call as a server has read it, of which nothing else is known yet. */
    public static Call received(
            MethodDescriptor<?, ?> method,
            Payload params,
            Metadata metadata,
            ReplyMetadata replyMetadata,
            Deadline deadline,
            Cancellation cancellation,
            Flow.@Nullable Publisher<Payload> items,
            Peer peer) {
        return new Call(method, params, metadata, replyMetadata, deadline, cancellation, items, peer, null, null, null);
    }

    /** Makes a call without items that is made within no other. */
    public Call(MethodDescriptor<?, ?> method, Payload params, Metadata metadata, Deadline deadline) {
        this(method, params, metadata, new ReplyMetadata(), deadline, new Cancellation(), null, null, null, null, null);
    }

    /** Returns this call with other metadata. */
    public Call withMetadata(Metadata newMetadata) {
        return newMetadata == metadata ? this : with(newMetadata, items, principal, observer);
    }

    /** Returns this call with other items. */
    public Call withItems(Flow.Publisher<Payload> newItems) {
        return with(metadata, newItems, principal, observer);
    }

    /** Returns this call as one that is made on somebody's behalf. */
    public Call withPrincipal(Principal newPrincipal) {
        return with(metadata, items, newPrincipal, observer);
    }

    /** Returns this call as one that somebody watches. */
    public Call observedBy(CallObserver newObserver) {
        return with(metadata, items, principal, newObserver);
    }

    private Call with(
            Metadata newMetadata,
            Flow.@Nullable Publisher<Payload> newItems,
            @Nullable Principal newPrincipal,
            @Nullable CallObserver newObserver) {
        return new Call(
                method,
                params,
                newMetadata,
                replyMetadata,
                deadline,
                cancellation,
                newItems,
                peer,
                trace,
                newPrincipal,
                newObserver);
    }
}
