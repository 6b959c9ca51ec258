/** Java sources: {@link io.rpcidl.codegen.java.JavaGenerator} is the door; one class for each construct. Only it sees JavaPoet. */
package io.rpcidl.codegen.java;
