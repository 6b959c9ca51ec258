/**
 * From text to {@code ast}. {@link io.rpcidl.idl.parser.IdlParser} is the door to what a file says, and
 * {@link io.rpcidl.idl.parser.SyntaxReader} that to how it is written; the rest is private, but for what ANTLR generates,
 * which nobody else may use: no other package knows ANTLR.
 */
package io.rpcidl.idl.parser;
