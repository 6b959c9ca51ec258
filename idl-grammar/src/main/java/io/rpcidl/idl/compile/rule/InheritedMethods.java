package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.compile.link.LinkedContract;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The methods that a service has from others. */
final class InheritedMethods {

    /** How many services a service may inherit from, and how many methods. */
    static final int LIMIT = 1_000;

    /**
     * A method of another service.
     *
     * @param through which of the names behind {@code extends} brought it first
     */
    record Entry(MethodDeclaration method, ServiceDeclaration owner, DottedName through) {}

    private InheritedMethods() {}

    /** Returns the services that a service extends itself. */
    static List<ServiceDeclaration> parents(ServiceDeclaration service, LinkedContract contract) {
        return service.parents().stream()
                .flatMap(name -> parent(name, contract).stream())
                .toList();
    }

    private static Optional<ServiceDeclaration> parent(DottedName name, LinkedContract contract) {
        return contract.links().parent(name).map(symbol -> (ServiceDeclaration) symbol.declaration());
    }

    /** Returns all that are inherited, those of a service that is reached twice once; nothing if they are too many. */
    static Optional<List<Entry>> of(ServiceDeclaration service, LinkedContract contract) {
        Set<ServiceDeclaration> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Entry> entries = new ArrayList<>();
        for (DottedName name : service.parents()) {
            Deque<ServiceDeclaration> open = new ArrayDeque<>();
            parent(name, contract).ifPresent(open::add);
            while (!open.isEmpty()) {
                ServiceDeclaration next = open.pop();
                if (seen.add(next)) {
                    next.methods().forEach(method -> entries.add(new Entry(method, next, name)));
                    parents(next, contract).forEach(open::add);
                }
                if (seen.size() > LIMIT || entries.size() > LIMIT) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(entries);
    }
}
