package io.rpcidl.runtime.server;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.observe.CallListener;
import io.rpcidl.runtime.observe.CallObserver;
import io.rpcidl.runtime.observe.WireLog;
import io.rpcidl.runtime.service.ServerHealth;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.transport.Liveness;
import io.rpcidl.transport.Peer;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What all connections of a server share.
 *
 * @param limits of messages, both ways
 * @param writer writes messages within them
 * @param calls how many may be in flight
 * @param tlsOnly whether nothing is answered that is not encrypted
 * @param deflate whether connections may be compressed
 * @param origins the web pages that may call
 * @param documentTimeout how long a message may take from its first byte to its last
 * @param defaultTimeout the deadline of a call whose caller names none
 * @param streamSilence how long a stream may be open without any message
 * @param times when a connection on which nothing comes is asked for a sign of life, and when it is closed
 * @param age how old the next connection may become, in nanoseconds
 * @param health whether the server serves
 * @param router finds methods
 * @param invoker carries out calls: filters, then the dispatcher
 * @param listener watches calls, or null
 * @param wireLog says which messages are logged, or null
 */
record ServerSettings(
        JsonLimits limits,
        MessageWriter writer,
        CallLimit calls,
        boolean tlsOnly,
        boolean deflate,
        Set<String> origins,
        Duration documentTimeout,
        Duration defaultTimeout,
        Duration streamSilence,
        Liveness.Times times,
        LongSupplier age,
        ServerHealth health,
        Router router,
        Invoker invoker,
        @Nullable CallListener listener,
        @Nullable WireLog wireLog) {

    /** Returns a call that was read, watched if anybody watches. */
    Call observed(Call call) {
        CallObserver observer = listener == null ? CallObserver.NONE : listener.serverCall(call);
        return observer == CallObserver.NONE ? call : call.observedBy(observer);
    }

    /** A request is refused before it becomes a call. */
    void refused(String service, String method, Peer peer, Status status) {
        if (listener != null) {
            Binding<?, ?> binding = router.find(service, method);
            listener.refused(binding == null ? "other" : binding.method().fullName(), peer, status);
        }
    }
}
