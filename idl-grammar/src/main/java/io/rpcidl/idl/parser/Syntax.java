package io.rpcidl.idl.parser;

/** A part of a file as it is written: a word, or a construct made of words. */
public sealed interface Syntax permits Word, Construct {}
