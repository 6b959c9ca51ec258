package io.rpcidl.idl.lint;

import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionMember;
import io.rpcidl.idl.model.UnionType;
import java.util.stream.Stream;

/** All names of a package. */
final class Labels {

    private final String packageName;

    private Labels(String packageName) {
        this.packageName = packageName;
    }

    /** Returns the names of a package, a declaration before its members. */
    static Stream<Label> of(ContractPackage from) {
        Labels labels = new Labels(from.name());
        return Stream.of(
                        from.aliases().stream().map(each -> labels.outer(each, Kind.ALIAS, each.name())),
                        from.constants().stream().map(each -> labels.outer(each, Kind.CONSTANT, each.name())),
                        from.types().stream().flatMap(labels::type),
                        from.services().stream().flatMap(labels::service))
                .flatMap(each -> each);
    }

    private Label outer(Noted place, Kind kind, QualifiedName name) {
        return new Label(place, kind, packageName, name.simpleName(), name.simpleName());
    }

    private Stream<Label> type(TypeDeclaration type) {
        return Stream.concat(Stream.of(outer(type, Kind.of(type), type.name())), members(type));
    }

    private Stream<Label> members(TypeDeclaration type) {
        if (type instanceof EnumType enumeration) {
            return enumeration.members().stream().map(this::enumMember);
        }
        return type instanceof UnionType union
                ? union.members().stream().map(this::unionMember)
                : Contract.fields(type).stream().map(each -> field(each, Kind.FIELD));
    }

    /** Returns the names of the fields of a struct or an error, none for other types. */
    static Stream<Label> fields(TypeDeclaration type) {
        Labels labels = new Labels(type.name().packageName());
        return Contract.fields(type).stream().map(each -> labels.field(each, Kind.FIELD));
    }

    private Label enumMember(EnumMember member) {
        return new Label(member, Kind.ENUM_MEMBER, packageName, member.name(), member.wireName());
    }

    private Label unionMember(UnionMember member) {
        return new Label(member, Kind.UNION_MEMBER, packageName, member.name(), member.wireName());
    }

    private Label field(Field field, Kind kind) {
        return new Label(field, kind, packageName, field.name(), field.wireName());
    }

    private Stream<Label> service(Service service) {
        Label own = new Label(service, Kind.SERVICE, packageName, service.name().simpleName(), service.wireName());
        return Stream.concat(Stream.of(own), service.methods().stream().flatMap(this::method));
    }

    private Stream<Label> method(Method method) {
        Label own = new Label(method, Kind.METHOD, packageName, method.name(), method.wireName());
        return Stream.concat(Stream.of(own), Contract.parameters(method).map(each -> field(each, Kind.PARAMETER)));
    }
}
