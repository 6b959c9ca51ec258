/**
 * Items on their way: what client and server share of a stream. Everything is a {@link java.util.concurrent.Flow}: at the
 * connection {@link io.rpcidl.runtime.stream.InboundItems} publishes what comes in and
 * {@link io.rpcidl.runtime.stream.OutboundItems} sends what it subscribes to; {@link io.rpcidl.runtime.stream.ItemIterator},
 * {@link io.rpcidl.runtime.stream.ItemPipe} and {@link io.rpcidl.runtime.stream.ItemRelay} are the ends for code that
 * blocks and code that does not. How fast items go is decided by demand alone, from the reader back to the writer. Used
 * by the other rooms of the runtime, not by users.
 */
@NullMarked
package io.rpcidl.runtime.stream;

import org.jspecify.annotations.NullMarked;
