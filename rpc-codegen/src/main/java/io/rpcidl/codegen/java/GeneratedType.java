package io.rpcidl.codegen.java;

import com.palantir.javapoet.TypeSpec;

/**
 * What is generated for a type of a contract.
 *
 * @param type the type itself, a file of its own
 * @param codec its codec, one of those that the package's {@code TypeCodecs_} holds
 */
record GeneratedType(TypeSpec type, TypeSpec codec) {}
