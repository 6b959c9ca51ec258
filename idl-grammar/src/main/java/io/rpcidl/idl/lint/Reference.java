package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Service;
import java.util.List;
import java.util.stream.Stream;

/**
 * A place where a declaration needs another one: by a type, by {@code throws} or by {@code extends}.
 *
 * @param from the type, constant or service that needs the other
 * @param path where it does so: a field, a method or a service, and what that is in, from the inside out
 * @param title what to call that place in a message
 * @param to what it needs
 */
record Reference(QualifiedName from, List<Noted> path, String title, QualifiedName to) {

    /** Copies the path. */
    Reference {
        path = List.copyOf(path);
    }

    /** Returns all references of a package. */
    static Stream<Reference> of(ContractPackage from) {
        return Stream.of(
                        Uses.of(from).flatMap(Reference::of),
                        from.services().stream().flatMap(Reference::errors),
                        from.services().stream()
                                .flatMap(service -> service.parents().stream()
                                        .map(parent -> new Reference(
                                                service.name(),
                                                List.of(service),
                                                "service '" + service.name().simpleName() + "'",
                                                parent))))
                .flatMap(each -> each);
    }

    private static Stream<Reference> of(Use use) {
        return Types.names(use.type()).distinct().map(name -> new Reference(use.from(), use.path(), use.title(), name));
    }

    private static Stream<Reference> errors(Service service) {
        return service.methods().stream()
                .flatMap(method -> method.errors().stream()
                        .map(error -> new Reference(
                                service.name(), List.of(method, service), "method '" + method.name() + "'", error)));
    }

    /** Returns where it is. */
    Noted place() {
        return path.get(0);
    }

    /** Returns whether the place, or what it is in, is deprecated. */
    boolean isDeprecated() {
        return path.stream().anyMatch(each -> each.notes().deprecated().isPresent());
    }
}
