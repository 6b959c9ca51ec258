package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/**
 * {@code rpcidl 1;}.
 *
 * @param version as it was written
 */
public record VersionStatement(NumberLiteral version, Span span) implements Item {}
