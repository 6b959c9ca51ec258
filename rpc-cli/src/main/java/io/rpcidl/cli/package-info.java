/**
 * The command {@code rpc}: options in, findings and files out. A command is thin; what it does is done by the compiler, the
 * checks and the generators. {@link io.rpcidl.cli.Rpc} is the door.
 */
package io.rpcidl.cli;
