/**
 * How bytes travel: the interface between the runtime and a transport. It moves bytes and knows no messages; what it
 * calls back runs on an I/O thread and must not block.
 */
@NullMarked
package io.rpcidl.transport;

import org.jspecify.annotations.NullMarked;
