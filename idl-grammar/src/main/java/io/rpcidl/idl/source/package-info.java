/** Where text is: files, spans and positions. Everything that speaks of a place uses these; they use nothing. */
package io.rpcidl.idl.source;
