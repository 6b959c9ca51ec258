package io.rpcidl.runtime;

import io.rpcidl.transport.Peer;
import java.security.Principal;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * What a handler may know of the call it handles, beside the parameters. Calls that it makes on the same thread are made
 * within it: none waits longer than its caller does, and all are cancelled when it is.
 *
 * <pre>{@code
 * String user = ServerCall.current().metadata().get("user");
 * }</pre>
 */
public final class ServerCall {

    private static final ThreadLocal<@Nullable ServerCall> CURRENT = new ThreadLocal<>();

    private final Call call;

    /** Makes what a handler knows of a call; for what runs handlers. */
    public ServerCall(Call call) {
        this.call = call;
    }

    /**
     * Returns the call that this thread handles. Other threads that a handler hands work to know it within {@link #run}.
     *
     * @throws IllegalStateException if this thread handles none
     */
    public static ServerCall current() {
        ServerCall call = CURRENT.get();
        if (call == null) {
            throw new IllegalStateException("this thread does not handle a call");
        }
        return call;
    }

    /** Returns the call that this thread handles, or null if it handles none. */
    public static @Nullable ServerCall currentOrNull() {
        return CURRENT.get();
    }

    /** Makes this call the one that this thread handles while code runs. */
    public void run(Runnable code) {
        ServerCall outer = CURRENT.get();
        CURRENT.set(this);
        try {
            runObserved(code);
        } finally {
            CURRENT.set(outer); // also if that is none: to remove it would be to make it anew with the next call
        }
    }

    private void runObserved(Runnable code) {
        Runnable leave = call.observer() == null ? null : call.observer().enter();
        try {
            code.run();
        } finally {
            if (leave != null) {
                leave.run();
            }
        }
    }

    /** Returns an executor whose tasks know the call that the thread handles which hands them over, if it does. */
    public static Executor wrap(Executor executor) {
        return task -> {
            ServerCall call = currentOrNull();
            executor.execute(call == null ? task : () -> call.run(task));
        };
    }

    /** Returns what is called. */
    public MethodDescriptor<?, ?> method() {
        return call.method();
    }

    /** Returns what the caller sent along, and what filters have added. */
    public Metadata metadata() {
        return call.metadata();
    }

    /**
     * Sends an entry of metadata back, beside the answer or its first item.
     *
     * @throws IllegalArgumentException if there are too many, or the key is none
     */
    public void addReplyMetadata(String key, String value) {
        call.replyMetadata().add(key, value);
    }

    /** Returns who calls: the other side of the connection. */
    public Peer peer() {
        return Objects.requireNonNull(call.peer());
    }

    /** Returns on whose behalf the call is made, as the server's authenticator says; null if it has none. */
    public @Nullable Principal principal() {
        return call.principal();
    }

    /** Returns when the caller stops waiting. */
    public Deadline deadline() {
        return call.deadline();
    }

    /** Returns whether nobody waits for the answer: the caller has cancelled or is gone, or the deadline has passed. */
    public boolean isCancelled() {
        return call.cancellation().isCancelled() || call.deadline().isExpired();
    }

    /**
     * Runs a task once the caller cancels or is gone: here and now, if that is so. Callers that know how to cancel do so when
     * the deadline passes, too. The task runs on an I/O thread: it must neither block nor throw.
     */
    public void onCancel(Runnable task) {
        call.cancellation().onCancel(task);
    }

    /** Returns where the call belongs in a trace, or null if its caller does not say; calls made within this one carry it on. */
    public @Nullable TraceContext traceContext() {
        return TraceContext.parse(call.metadata().get(TraceContext.TRACEPARENT));
    }

    /** Returns the metadata of a call that is made within this one, with its trace context. */
    public Metadata carriedOn(Metadata own) {
        return TraceContext.carriedOn(call.metadata(), own);
    }

    /** Returns the signal of a call that is made within this one. */
    public Cancellation within() {
        return call.cancellation().within();
    }
}
