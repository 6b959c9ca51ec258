package io.rpcidl.idl.compat;

/** Whether a value must not be printed, in both contracts. */
record SensitivePair(boolean before, boolean after, Place place) {}
