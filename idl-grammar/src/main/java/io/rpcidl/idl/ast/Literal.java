package io.rpcidl.idl.ast;

/** A value as it was written. */
public sealed interface Literal extends Node permits NumberLiteral, TextLiteral, NameLiteral, ListLiteral, MapLiteral {}
