package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Service;
import java.util.List;

/**
 * What a service no longer has.
 *
 * @param methods methods that nobody can call any more
 * @param parents services that it no longer extends
 */
record LostMethods(List<Method> methods, List<Service> parents, Place place) {

    LostMethods {
        methods = List.copyOf(methods);
        parents = List.copyOf(parents);
    }
}
