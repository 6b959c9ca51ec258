package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/** {@code package a.b.v1;}. */
public record PackageStatement(DottedName name, Span span) implements Item {}
