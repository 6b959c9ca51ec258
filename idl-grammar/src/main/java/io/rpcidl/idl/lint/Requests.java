package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.Constraint;
import io.rpcidl.idl.model.QualifiedName;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;

/** What callers send: the parameters of all methods, and the types that those are made of. */
final class Requests {

    private final Contract contract;

    Requests(Contract contract) {
        this.contract = contract;
    }

    /** Returns the places of types in requests, but the parameter of a variadic method, whose length is the call's own. */
    Stream<Use> uses() {
        Set<QualifiedName> reached = types();
        Stream<Use> parameters = contract.services()
                .flatMap(service -> service.methods().stream()
                        .filter(method -> !method.variadic())
                        .flatMap(method -> Uses.parameters(service, method)));
        return Stream.concat(
                parameters,
                contract.types().filter(type -> reached.contains(type.name())).flatMap(Uses::of));
    }

    private Set<QualifiedName> types() {
        Set<QualifiedName> reached = new LinkedHashSet<>();
        Deque<QualifiedName> open = new ArrayDeque<>();
        contract.methods()
                .flatMap(Contract::parameters)
                .flatMap(each -> Types.names(each.type()))
                .filter(reached::add)
                .forEach(open::add);
        while (!open.isEmpty()) {
            Uses.of(contract.schema().type(open.poll()))
                    .flatMap(each -> Types.names(each.type()))
                    .filter(reached::add)
                    .forEach(open::add);
        }
        return reached;
    }

    /** Returns whether a layer has a constraint of a kind that names a largest value. */
    static boolean isBounded(Types.Layer layer) {
        return layer.constraints().stream().anyMatch(each -> {
            if (each instanceof Constraint.Size size) {
                return size.max().isPresent();
            }
            return each instanceof Constraint.Length length
                    ? length.max().isPresent()
                    : each instanceof Constraint.Pattern;
        });
    }
}
