/** Apache Thrift: framed, with the binary protocol. */
package benchmark.thrift;
