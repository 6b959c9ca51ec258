/**
 * What generated code calls, written once: stubs call through {@link io.rpcidl.runtime.stub.Caller}, handlers are bound
 * by {@link io.rpcidl.runtime.stub.ServiceDefinition}. Public for generated code; what users need of it they get through
 * the generated types.
 */
@NullMarked
package io.rpcidl.runtime.stub;

import org.jspecify.annotations.NullMarked;
