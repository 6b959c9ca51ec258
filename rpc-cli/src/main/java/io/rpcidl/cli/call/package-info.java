/**
 * Calling running servers by the names of their methods: what the commands {@code call}, {@code list} and {@code describe}
 * are made of. {@link io.rpcidl.cli.call.Servers} is a target that is open, {@link io.rpcidl.cli.call.Contract} what is known
 * of its services, and {@link io.rpcidl.cli.call.Exchange} a call.
 */
package io.rpcidl.cli.call;
