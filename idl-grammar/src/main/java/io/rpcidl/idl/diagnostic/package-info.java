/**
 * What is wrong with a contract, as data: one type for the parser, the rules and every later check, and the way it is
 * printed. Everything may use this; it knows {@code source} only.
 */
package io.rpcidl.idl.diagnostic;
