/**
 * JSON over bytes: the reader, the writer and the codecs of the built-in types. It knows JSON and Java values, nothing
 * of calls, messages or sockets. Generated codecs are its users; so may anyone be who wants the same JSON.
 */
@NullMarked
package io.rpcidl.json;

import org.jspecify.annotations.NullMarked;
