package io.rpcidl.runtime.observe;

import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Status;
import io.rpcidl.transport.Peer;

/**
 * Watches the calls of a client or a server, for metrics, traces and logs: the measures are those of gRPC's proposal A66, of
 * calls and of the attempts that a call takes. One listener serves all calls. What it is told comes on the threads that carry
 * them, often I/O threads: it must not block. What it throws is logged, and changes nothing.
 *
 * <pre>{@code
 * RpcServer.builder().add(handler).listener(new CallListener() {
 *     @Override
 *     public CallObserver serverCall(Call call) {
 *         return CallObserver.atEnd((failure, elapsed) -> calls.record(call.method().fullName(), elapsed));
 *     }
 * });
 * }</pre>
 */
public interface CallListener {

    /** A client begins a call, before its filters see it; returns who watches it. */
    default CallObserver clientCall(Call call) {
        return CallObserver.NONE;
    }

    /** A server has read a request to a method of its own, before its filters see it; returns who watches it. */
    default CallObserver serverCall(Call call) {
        return CallObserver.NONE;
    }

    /**
     * A server has refused a request that never became a call: over a limit, to a method that is not there, broken.
     *
     * @param method its full name, {@code service.method}, if the server has such a method; else {@code other}, for names from
     *     anywhere are no labels for metrics
     */
    default void refused(String method, Peer peer, Status status) {}
}
