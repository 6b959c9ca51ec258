/** Jackson's trees as a form of JSON for calls without stubs: the only room, beside number formatting, that sees Jackson. */
@NullMarked
package io.rpcidl.runtime.jackson;

import org.jspecify.annotations.NullMarked;
