/**
 * The registry that comes with the runtime: a server with leases in memory, and the client side of it. For one machine
 * or one small site; it is one process and keeps nothing on disk. The one room that may see both client and server.
 */
@NullMarked
package io.rpcidl.runtime.registry.embedded;

import org.jspecify.annotations.NullMarked;
