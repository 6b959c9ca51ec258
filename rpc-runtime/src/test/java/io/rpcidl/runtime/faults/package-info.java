/** Faults and attacks that take a whole client, server or both to show: {@code docs/faults.md}. */
package io.rpcidl.runtime.faults;
