/** Runs the cases of {@code docs/conformance} against this runtime's server and client. */
package io.rpcidl.runtime.conformance;
