/**
 * Bytes to messages and back, without any I/O: what a header says, and how requests and replies are written. The rules are those of {@code docs/wire.md}. Used by client and
 * server, not by users.
 */
@NullMarked
package io.rpcidl.runtime.wire;

import org.jspecify.annotations.NullMarked;
