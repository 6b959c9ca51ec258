package io.rpcidl.idl.thrift;

/** What Thrift says of a field's presence. */
enum Requiredness {
    REQUIRED,
    OPTIONAL,
    /** Neither word: written where it is set, and not missed where it is not. */
    DEFAULT
}
