/**
 * A registry of our own: a server with leases in memory, and the client side of it. For one machine
 * or one small site; it is one process and keeps nothing on disk.
 */
@NullMarked
package io.rpcidl.registry.embedded;

import org.jspecify.annotations.NullMarked;
