package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The services of one contract with those that they extend, however long the chain is. */
final class ServiceTree {

    private final Map<QualifiedName, Service> all = new LinkedHashMap<>();

    ServiceTree(Schema schema) {
        schema.packages().forEach(each -> each.services().forEach(service -> all.put(service.name(), service)));
    }

    /** Returns all services, in order of packages and of places. */
    List<Service> services() {
        return List.copyOf(all.values());
    }

    /** Returns a service and all that it extends, directly or not, by name. */
    Map<QualifiedName, Service> family(QualifiedName name) {
        Map<QualifiedName, Service> family = new LinkedHashMap<>();
        Deque<QualifiedName> open = new ArrayDeque<>(List.of(name));
        while (!open.isEmpty()) {
            QualifiedName next = open.remove();
            if (!family.containsKey(next)) {
                family.put(next, all.get(next));
                open.addAll(all.get(next).parents());
            }
        }
        return family;
    }

    /** Returns the methods of a service and of all that it extends. */
    List<Method> methods(QualifiedName name) {
        List<Method> methods = new ArrayList<>();
        family(name).values().forEach(each -> methods.addAll(each.methods()));
        return methods;
    }
}
