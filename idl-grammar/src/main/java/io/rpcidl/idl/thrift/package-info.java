/**
 * The importer of Apache Thrift's IDL: text of {@code .thrift} files becomes text of contracts. {@link
 * io.rpcidl.idl.thrift.ThriftImporter} is the door; nothing else of the compiler knows this room, and it knows no more of
 * the compiler than sources, diagnostics, the names of built-in types and the formatter's door.
 */
package io.rpcidl.idl.thrift;
