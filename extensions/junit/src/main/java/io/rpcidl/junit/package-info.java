/**
 * Servers and clients in tests with JUnit 5: {@link io.rpcidl.junit.RpcExtension} starts them in the test's own JVM, hands out
 * stubs, and fails a test that leaves calls in flight. For tests of those who call a service or serve one.
 */
@NullMarked
package io.rpcidl.junit;

import org.jspecify.annotations.NullMarked;
