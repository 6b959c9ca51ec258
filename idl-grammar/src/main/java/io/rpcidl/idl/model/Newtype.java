package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;

/**
 * A type of its own in generated code, with the JSON of another type.
 *
 * @param type what it stands for, never nullable; with the constraints that it has
 * @param sensitive whether its values must not be printed
 */
public record Newtype(QualifiedName name, Notes notes, TypeRef type, boolean sensitive, Span span)
        implements TypeDeclaration {}
