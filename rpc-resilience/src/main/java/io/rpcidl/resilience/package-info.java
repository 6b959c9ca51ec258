/**
 * What resilience decides: when to repeat a call, whom to leave out, how much to take on. Policies alone, for the runtime
 * and for balancers and filters of users: they know neither calls nor sockets, and have no threads. Time comes in as a
 * reading of {@link java.lang.System#nanoTime} or of any clock like it, chance as a generator, so that all can be tested, and
 * tried out, on a virtual clock.
 */
@NullMarked
package io.rpcidl.resilience;

import org.jspecify.annotations.NullMarked;
