package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;

/**
 * A constant of a package. Where a default uses it the model has its value.
 *
 * @param value fits the type
 */
public record Constant(QualifiedName name, Notes notes, TypeRef type, Value value, Span span) implements Noted {}
