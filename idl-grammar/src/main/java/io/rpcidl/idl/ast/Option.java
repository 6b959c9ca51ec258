package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/** {@code option java.package = "...";}. */
public record Option(DottedName name, Literal value, Span span) implements Item {}
