/**
 * JSON over bytes: the reader, the writer, the codecs of the built-in types, and where a
 * text ends in a stream of bytes. It knows JSON and Java values, nothing
 * of calls, messages or sockets. Generated codecs are its users; so may anyone be who wants the same JSON.
 */
@NullMarked
package io.rpcidl.json;

import org.jspecify.annotations.NullMarked;
