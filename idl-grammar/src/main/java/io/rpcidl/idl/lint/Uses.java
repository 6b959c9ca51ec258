package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionMember;
import io.rpcidl.idl.model.UnionType;
import java.util.List;
import java.util.stream.Stream;

/** All places where types are used, but those of aliases: the model has their types where they are used. */
final class Uses {

    private Uses() {}

    static Stream<Use> of(ContractPackage from) {
        return Stream.of(
                        from.types().stream().flatMap(Uses::of),
                        from.constants().stream()
                                .map(each -> new Use(
                                        each.name(),
                                        List.of(each),
                                        Kind.CONSTANT,
                                        each.name().simpleName(),
                                        each.type())),
                        from.services().stream()
                                .flatMap(service -> service.methods().stream().flatMap(method -> of(service, method))))
                .flatMap(each -> each);
    }

    /** Returns the places within a type. */
    static Stream<Use> of(TypeDeclaration type) {
        QualifiedName name = type.name();
        if (type instanceof Newtype newtype) {
            return Stream.of(new Use(name, List.of(type), Kind.NEWTYPE, name.simpleName(), newtype.type()));
        }
        return type instanceof UnionType union
                ? union.members().stream().flatMap(each -> member(union, each))
                : Contract.fields(type).stream()
                        .map(each -> new Use(name, List.of(each, type), Kind.FIELD, each.name(), each.type()));
    }

    private static Stream<Use> member(UnionType union, UnionMember member) {
        return member.type().stream()
                .map(type -> new Use(union.name(), List.of(member, union), Kind.UNION_MEMBER, member.name(), type));
    }

    /** Returns the parameters of a method and its result. */
    static Stream<Use> of(Service service, Method method) {
        return Stream.concat(
                parameters(service, method),
                method.result().stream()
                        .map(type ->
                                new Use(service.name(), List.of(method, service), Kind.RESULT, method.name(), type)));
    }

    /** Returns the parameters of a method. */
    static Stream<Use> parameters(Service service, Method method) {
        return Contract.parameters(method)
                .map(each -> new Use(
                        service.name(), List.of(each, method, service), Kind.PARAMETER, each.name(), each.type()));
    }
}
