package io.rpcidl.runtime.server;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls may be in flight.
 *
 * @param ofConnection on each connection
 * @param ofServer on all connections together
 * @param inFlight how many are, on all connections
 */
record CallLimit(int ofConnection, int ofServer, AtomicInteger inFlight) {}
