/** TCP over Netty: the only room that sees it. Found by the runtime itself; users see the options of client and server. */
@NullMarked
package io.rpcidl.transport.netty;

import org.jspecify.annotations.NullMarked;
