/**
 * The calling side: {@link io.rpcidl.runtime.client.RpcClient} is the door, the rest is private. The way of a call:
 * filters, {@code Balancer} chooses a server, {@code EndpointChannel} one of its connections, {@code ClientConnection}
 * sends the request and waits for the reply.
 */
@NullMarked
package io.rpcidl.runtime.client;

import org.jspecify.annotations.NullMarked;
