package io.rpcidl.idl.ast;

import io.rpcidl.idl.source.Span;

/**
 * A number.
 *
 * @param text a JSON number, or {@code -Infinity}
 */
public record NumberLiteral(String text, Span span) implements Literal {}
