/** rpcidl, as its users get it. */
package benchmark.rpcidl;
