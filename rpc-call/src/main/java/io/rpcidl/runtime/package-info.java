/**
 * The words of a call, used by both sides: what is called ({@link io.rpcidl.runtime.MethodDescriptor}), a call and its
 * answer ({@link io.rpcidl.runtime.Call}, {@link io.rpcidl.runtime.Reply}), who carries it
 * ({@link io.rpcidl.runtime.Invoker}) and who stands in between ({@link io.rpcidl.runtime.Filter}). It sees only JSON.
 */
@NullMarked
package io.rpcidl.runtime;

import org.jspecify.annotations.NullMarked;
