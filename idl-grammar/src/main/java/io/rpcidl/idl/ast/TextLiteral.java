package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/**
 * A string.
 *
 * @param value what it means, without quotes and escapes
 */
public record TextLiteral(String value, Span span) implements Literal {}
