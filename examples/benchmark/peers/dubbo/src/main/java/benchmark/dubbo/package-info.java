/** Apache Dubbo: its own protocol, and its default serialization. */
package benchmark.dubbo;
