package io.rpcidl.idl.thrift;

import java.util.Optional;

/** A field of a struct, a union or an exception, or a parameter. */
record ThriftField(
        Requiredness requiredness, ThriftType type, Word name, Optional<ThriftValue> value, Surroundings around) {}
