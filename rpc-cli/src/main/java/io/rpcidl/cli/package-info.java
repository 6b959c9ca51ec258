/**
 * The command {@code rpc}: options in, findings, files and answers out. A command is thin; what it does is done by the
 * compiler, the checks and the generators, and by {@code call} for those that talk to running servers. {@link
 * io.rpcidl.cli.Rpc} is the door.
 */
package io.rpcidl.cli;
