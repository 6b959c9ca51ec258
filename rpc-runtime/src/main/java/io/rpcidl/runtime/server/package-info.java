/**
 * The answering side: {@link io.rpcidl.runtime.server.RpcServer} is the door, the rest is private. The way of a request:
 * {@code ServerConnection} reads its header, {@code Router} finds the method, filters look at the call,
 * {@code Dispatcher} runs the handler on a worker, and the reply goes back through the connection.
 */
@NullMarked
package io.rpcidl.runtime.server;

import org.jspecify.annotations.NullMarked;
