package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Constant;

/** A constant that is in both contracts. */
record ConstantPair(Constant before, Constant after, Place place) {}
