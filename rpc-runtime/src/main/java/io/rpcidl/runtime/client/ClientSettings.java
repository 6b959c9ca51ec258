package io.rpcidl.runtime.client;

import io.rpcidl.json.JsonLimits;
import io.rpcidl.runtime.observe.WireLog;
import io.rpcidl.runtime.wire.MessageWriter;
import io.rpcidl.transport.Liveness;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What all connections of a client share.
 *
 * @param limits of messages, both ways
 * @param writer writes messages within them
 * @param connectTimeout how long opening a connection may take
 * @param maxInFlight calls that one connection may have in flight
 * @param busyInFlight calls in flight on every connection at which another is opened
 * @param maxConnections connections to one server that has accepted the wire
 * @param offers whether the wire is offered at all
 * @param deflate whether to offer compression
 * @param strangerRetry for how long a server that did not accept the wire is not offered it again
 * @param streamSilence how long a stream may be open without any message
 * @param times when a connection on which nothing comes is asked for a sign of life, and when it is closed
 * @param bulk the methods whose calls are kept apart
 * @param spins how callers wait that are alone
 * @param expiry looks at what is in flight while there is any
 * @param wireLog says which messages are logged, or null
 */
record ClientSettings(
        JsonLimits limits,
        MessageWriter writer,
        Duration connectTimeout,
        int maxInFlight,
        int busyInFlight,
        int maxConnections,
        boolean offers,
        boolean deflate,
        Duration strangerRetry,
        Duration streamSilence,
        Liveness.Times times,
        BulkMethods bulk,
        SpinWaits spins,
        Expiry expiry,
        @Nullable WireLog wireLog) {

    /** Connections to one server of which nothing is known yet: each carries one call. */
    static final int MAX_UNACCEPTED = 8;

    /** Calls that may wait for a connection to one server. */
    static final int MAX_WAITING = 10_000;
}
