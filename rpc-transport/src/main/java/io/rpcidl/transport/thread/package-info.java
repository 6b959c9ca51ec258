/** The threads that user code runs on: handlers of a server, callbacks of a client. I/O threads are the transport's, and are marked here. */
@NullMarked
package io.rpcidl.transport.thread;

import org.jspecify.annotations.NullMarked;
