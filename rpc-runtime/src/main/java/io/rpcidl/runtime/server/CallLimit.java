package io.rpcidl.runtime.server;

import io.rpcidl.transport.MemoryBudget;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many calls may be in flight, and what memory may be taken.
 *
 * @param ofConnection on each connection
 * @param ofServer on all connections together
 * @param inFlight how many are, on all connections
 * @param memory for messages on all connections
 */
record CallLimit(int ofConnection, int ofServer, AtomicInteger inFlight, MemoryBudget memory) {}
