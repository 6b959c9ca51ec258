/**
 * From sources to a {@link io.rpcidl.idl.model.Schema}: {@link io.rpcidl.idl.compile.Compiler} is the door, for the
 * Maven plugin, the command and tests.
 */
package io.rpcidl.idl.compile;
