/**
 * Jackson, version 2: a module that teaches its mappers our types, and its trees as a form of JSON for calls without
 * stubs. A module for another version can stand beside this one.
 */
@NullMarked
package io.rpcidl.jackson;

import org.jspecify.annotations.NullMarked;
