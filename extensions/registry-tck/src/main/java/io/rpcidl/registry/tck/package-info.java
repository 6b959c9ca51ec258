/**
 * What every registry has to do, as tests for those who write one: {@link io.rpcidl.registry.tck.RegistryContract} is the class
 * that their test extends, {@link io.rpcidl.registry.tck.Backend} what they say of the thing behind their registry.
 */
@NullMarked
package io.rpcidl.registry.tck;

import org.jspecify.annotations.NullMarked;
