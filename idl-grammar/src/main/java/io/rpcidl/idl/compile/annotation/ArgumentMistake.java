package io.rpcidl.idl.compile.annotation;

import io.rpcidl.idl.source.Span;

/** What is wrong with the arguments of an annotation. */
public record ArgumentMistake(Span span, String message) {}
