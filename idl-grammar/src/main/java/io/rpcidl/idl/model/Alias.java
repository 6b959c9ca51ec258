package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;

/**
 * A short name for a type. Where it is used the model has the type itself, so nothing but documentation needs this.
 *
 * @param type what it stands for, never nullable
 */
public record Alias(QualifiedName name, Notes notes, TypeRef type, Span span) implements Noted {}
