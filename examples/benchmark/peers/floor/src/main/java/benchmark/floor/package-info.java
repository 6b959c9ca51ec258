/** What the bytes of rpcidl's messages cost over bare connections: no codec, no dispatch. */
package benchmark.floor;
