/**
 * Jackson, version 2: a module that teaches its mappers our types, and its trees as a form of JSON for calls without
 * stubs. The only room that sees Jackson, so that one for another version can stand beside it.
 */
@NullMarked
package io.rpcidl.runtime.jackson;

import org.jspecify.annotations.NullMarked;
