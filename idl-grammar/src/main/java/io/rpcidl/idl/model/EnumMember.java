package io.rpcidl.idl.model;

import io.rpcidl.idl.source.Span;

/**
 * One value of an enum.
 *
 * @param name the name in the contract
 * @param wireName the string on the wire: that of {@code @wire}, else {@code name}
 * @param doc the text of its doc comment, empty if it has none
 * @param span where its name stands
 */
public record EnumMember(String name, String wireName, String doc, Span span) {}
