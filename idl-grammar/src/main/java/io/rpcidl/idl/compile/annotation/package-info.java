/**
 * The annotations of the language: where each belongs and what it takes, and what they make of types, methods and notes. Sees
 * the tree and the model, but no names: used by {@code compile}, its linkers and its rules only.
 */
package io.rpcidl.idl.compile.annotation;
