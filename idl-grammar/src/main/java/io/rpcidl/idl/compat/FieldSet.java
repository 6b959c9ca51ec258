package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Field;
import java.util.Set;

/**
 * All fields of a struct or an error, or all parameters of a method.
 *
 * @param reserved the names that are reserved in the new contract
 * @param place the type or the method
 */
record FieldSet(Matching<Field> fields, Noun noun, Set<String> reserved, Place place) {

    FieldSet {
        reserved = Set.copyOf(reserved);
    }
}
