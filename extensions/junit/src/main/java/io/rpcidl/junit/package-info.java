/**
 * For tests of those who call a service or serve one: {@link io.rpcidl.junit.RpcExtension} of JUnit 5 starts servers and
 * clients in the test's own JVM, hands out stubs, and fails a test that leaves calls in flight;
 * {@link io.rpcidl.junit.FaultFilter}, which needs no JUnit, lets calls go wrong when the test says.
 */
@NullMarked
package io.rpcidl.junit;

import org.jspecify.annotations.NullMarked;
