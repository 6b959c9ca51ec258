package io.rpcidl.runtime;

import java.io.Serial;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * A call that failed: thrown to the caller, and thrown by a handler to answer with an error. Generated exceptions of a
 * contract's errors extend it. Its parts other than the message do not survive Java serialisation.
 *
 * <pre>{@code
 * try {
 *     catalog.get("ABC-1");
 * } catch (RpcException e) {
 *     log.warn("{}, carried out: {}, {}", e.code(), e.status().processed(), e.trace());
 * }
 * }</pre>
 */
public class RpcException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    private final transient @Nullable Status status;
    private transient volatile @Nullable CallTrace trace;

    /** Makes an exception whose message is the status as text. */
    public RpcException(Status status) {
        this(status, null);
    }

    /** Makes an exception with a cause that stays on this machine. */
    public RpcException(Status status, @Nullable Throwable cause) {
        super(status.toString(), cause);
        this.status = status;
    }

    /** Makes the exception of a handler that refuses a call it has looked at. */
    public RpcException(StatusCode code, String message) {
        this(Status.processed(code, message));
    }

    /**
     * Returns the failed call that a throwable is about: what a future or an executor has wrapped is taken out, and what
     * is no failed call, such as a bug in the caller's own code, is one of code {@code UNKNOWN} with it as the cause.
     */
    public static RpcException of(Throwable failure) {
        Throwable error = failure;
        while ((error instanceof CompletionException || error instanceof ExecutionException)
                && error.getCause() != null) {
            error = error.getCause();
        }
        return error instanceof RpcException rpc
                ? rpc
                : new RpcException(Status.maybeProcessed(StatusCode.UNKNOWN, String.valueOf(error)), error);
    }

    /** Returns what failed; of an exception that was serialised no more than its message is known. */
    public final Status status() {
        return status != null ? status : Status.maybeProcessed(StatusCode.UNKNOWN, String.valueOf(getMessage()));
    }

    /** Returns the kind of failure. */
    public final StatusCode code() {
        return status().code();
    }

    /** Returns what became of the call; null where none failed, or where the exception was made by a handler. */
    public final @Nullable CallTrace trace() {
        return trace;
    }

    /** Ties this to the call that has failed, which ends it, and returns it; for what carries calls. */
    public final RpcException ending(CallTrace failed) {
        failed.end();
        trace = failed;
        return this;
    }

    /** Returns the class, the message and what became of the call, in one line. */
    @Override
    public String toString() {
        CallTrace known = trace;
        return known == null ? super.toString() : super.toString() + " [" + known + "]";
    }
}
