/**
 * What a contract means: immutable, linked, free of syntax. Generators, linters and checkers read this and nothing else.
 *
 * <p>Lists keep the order of the source. A type is referred to by its qualified name, so that recursive types need no
 * half-built objects; {@link io.rpcidl.idl.model.Schema#type} follows the name.
 */
package io.rpcidl.idl.model;
