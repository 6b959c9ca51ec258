package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Noted;

/** Names of a field, a parameter, or a member of an enum or a union that is in both contracts. */
record NamePair(Named<? extends Noted> before, Named<? extends Noted> after, Noun noun, Place place) {}
