package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.TypeDeclaration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a schema declares, by name, in order of packages and of places.
 *
 * @param types all types
 * @param services all services
 */
record Declarations(Map<QualifiedName, TypeDeclaration> types, List<Service> services) {

    static Declarations of(Schema schema) {
        Map<QualifiedName, TypeDeclaration> types = new LinkedHashMap<>();
        schema.packages().forEach(each -> each.types().forEach(type -> types.put(type.name(), type)));
        List<Service> services = schema.packages().stream()
                .flatMap(each -> each.services().stream())
                .toList();
        return new Declarations(types, services);
    }
}
