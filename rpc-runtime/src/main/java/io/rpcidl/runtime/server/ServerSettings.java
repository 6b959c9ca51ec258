package io.rpcidl.runtime.server;

import io.rpcidl.runtime.Invoker;
import io.rpcidl.runtime.json.JsonLimits;
import java.time.Duration;

/**
 * What all connections of a server share.
 *
 * @param limits of messages, both ways
 * @param maxInFlight calls that one connection may have in flight
 * @param documentTimeout how long a message may take from its first byte to its last
 * @param defaultTimeout the deadline of a call whose caller names none
 * @param streamSilence how long a stream may be open without any message
 * @param router finds methods
 * @param invoker carries out calls: filters, then the dispatcher
 */
record ServerSettings(
        JsonLimits limits,
        int maxInFlight,
        Duration documentTimeout,
        Duration defaultTimeout,
        Duration streamSilence,
        Router router,
        Invoker invoker) {}
