/**
 * From text to {@code ast}. {@link io.rpcidl.idl.parser.IdlParser} is the door; the rest is private, but for what ANTLR
 * generates, which nobody else may use: no other package knows ANTLR.
 */
package io.rpcidl.idl.parser;
