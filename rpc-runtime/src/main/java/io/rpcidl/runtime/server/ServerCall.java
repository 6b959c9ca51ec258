package io.rpcidl.runtime.server;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.MethodDescriptor;

/**
 * What a handler may know of the call it handles, beside the parameters.
 *
 * <pre>{@code
 * String user = ServerCall.current().metadata().get("user");
 * }</pre>
 *
 * @param method what is called
 * @param metadata what the caller sent along, and what filters have added
 * @param deadline when the caller stops waiting
 */
public record ServerCall(MethodDescriptor<?, ?> method, Metadata metadata, Deadline deadline) {

    private static final ThreadLocal<ServerCall> CURRENT = new ThreadLocal<>();

    /**
     * Returns the call that this thread handles. Other threads that a handler hands work to do not know it.
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

    /** Makes a call this thread's own while code runs. */
    static void during(Call call, Runnable code) {
        CURRENT.set(new ServerCall(call.method(), call.metadata(), call.deadline()));
        try {
            code.run();
        } finally {
            CURRENT.remove();
        }
    }
}
