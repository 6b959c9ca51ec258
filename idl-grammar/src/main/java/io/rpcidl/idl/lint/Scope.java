package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionType;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something with a name, and what it is declared in.
 *
 * @param within the declaration or the method that it is a member of; empty for a declaration
 */
record Scope(Noted noted, Optional<Noted> within) {

    static Scope outer(Noted noted) {
        return new Scope(noted, Optional.empty());
    }

    private static Scope inner(Noted noted, Noted within) {
        return new Scope(noted, Optional.of(within));
    }

    /** Returns a type and its members. */
    static Stream<Scope> of(TypeDeclaration type) {
        return Stream.concat(Stream.of(outer(type)), members(type).map(each -> inner(each, type)));
    }

    /** Returns a service, its methods and their parameters. */
    static Stream<Scope> of(Service service) {
        return Stream.concat(
                Stream.of(outer(service)),
                service.methods().stream()
                        .flatMap(method -> Stream.concat(
                                Stream.of(inner(method, service)),
                                Contract.parameters(method).map(each -> inner(each, method)))));
    }

    private static Stream<Noted> members(TypeDeclaration type) {
        if (type instanceof EnumType enumeration) {
            return enumeration.members().stream().map(each -> each);
        }
        return type instanceof UnionType union
                ? union.members().stream().map(each -> each)
                : Contract.fields(type).stream().map(each -> each);
    }
}
