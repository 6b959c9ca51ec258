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

/**
 * Finds the methods that services have from others. Each service has them once more, so both what one inherits and what all
 * do is bounded.
 */
final class InheritedMethods {

    /** How many services a service may inherit from, and how many methods. */
    static final int LIMIT = 1_000;

    /** How many services and methods are inherited by all services together, at most. */
    static final long TOTAL = 300_000;

    /**
     * A method of another service.
     *
     * @param through which of the names behind {@code extends} brought it first
     */
    record Entry(MethodDeclaration method, ServiceDeclaration owner, DottedName through) {}

    private final LinkedContract contract;
    private long total;

    InheritedMethods(LinkedContract contract) {
        this.contract = contract;
    }

    /** Returns whether so much was inherited already that nothing more is found. */
    boolean exhausted() {
        return total > TOTAL;
    }

    /** Returns the services that a service extends itself. */
    List<ServiceDeclaration> parents(ServiceDeclaration service) {
        return service.parents().stream().flatMap(name -> parent(name).stream()).toList();
    }

    private Optional<ServiceDeclaration> parent(DottedName name) {
        return contract.links().parent(name).map(symbol -> (ServiceDeclaration) symbol.declaration());
    }

    /** Returns all that are inherited, those of a service that is reached twice once; nothing if they are too many. */
    Optional<List<Entry>> of(ServiceDeclaration service) {
        Set<ServiceDeclaration> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Entry> entries = new ArrayList<>();
        for (DottedName name : service.parents()) {
            Deque<ServiceDeclaration> open = new ArrayDeque<>();
            parent(name).ifPresent(open::add);
            while (!open.isEmpty()) {
                ServiceDeclaration next = open.pop();
                if (!seen.add(next)) {
                    continue;
                }
                next.methods().stream().limit(LIMIT + 1L).forEach(method -> entries.add(new Entry(method, next, name)));
                total += 1 + next.methods().size();
                if (seen.size() > LIMIT || entries.size() > LIMIT || exhausted()) {
                    return Optional.empty();
                }
                parents(next).forEach(open::add);
            }
        }
        return Optional.of(entries);
    }
}
