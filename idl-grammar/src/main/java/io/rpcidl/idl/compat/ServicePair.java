package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Service;

/** A service that is in both contracts. */
record ServicePair(Service before, Service after, Place place) {}
