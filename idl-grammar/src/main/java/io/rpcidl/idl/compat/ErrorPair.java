package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.ErrorType;

/** An error that is in both contracts. */
record ErrorPair(ErrorType before, ErrorType after, Place place) {}
