package io.rpcidl.idl.thrift;

/** All that is known of a run behind the reading. */
record Model(
        Directory directory, Resolver resolver, Typedefs typedefs, Requirements requirements, Constants constants) {

    Inherited inherited() {
        return new Inherited(resolver);
    }
}
