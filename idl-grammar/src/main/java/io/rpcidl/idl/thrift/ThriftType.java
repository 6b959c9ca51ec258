package io.rpcidl.idl.thrift;

/** A type as it was written. Nested no deeper than brackets may be. */
sealed interface ThriftType {

    /** A type of Thrift without arguments. */
    record Base(String keyword) implements ThriftType {}

    /** A name, perhaps with the prefix of an included file. */
    record Named(Word name) implements ThriftType {}

    record ListOf(ThriftType element) implements ThriftType {}

    record SetOf(ThriftType element) implements ThriftType {}

    record MapOf(ThriftType key, ThriftType value) implements ThriftType {}
}
