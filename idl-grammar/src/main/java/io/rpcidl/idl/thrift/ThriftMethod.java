package io.rpcidl.idl.thrift;

import java.util.List;
import java.util.Optional;

/**
 * A method of a service.
 *
 * @param result empty for {@code void}
 */
record ThriftMethod(
        boolean oneway,
        Optional<ThriftType> result,
        Word name,
        List<ThriftField> parameters,
        List<ThriftField> errors,
        Surroundings around) {

    ThriftMethod {
        parameters = List.copyOf(parameters);
        errors = List.copyOf(errors);
    }
}
