package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Field;

/** A field of a struct or an error, or a parameter, that is in both contracts. */
record FieldPair(Field before, Field after, Noun noun, Place place) {}
