package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.EnumMemberDeclaration;
import io.rpcidl.idl.ast.ErrorDeclaration;
import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.Member;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.ast.StructDeclaration;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.Links;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.compile.link.Symbol;
import io.rpcidl.idl.compile.link.WireNames;
import io.rpcidl.idl.compile.rule.JavaPackages;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.MethodTraits;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.idl.model.StatusCode;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Makes the schema of a contract that has no errors. */
final class Assembler {

    private final LinkedContract contract;
    private final Links links;

    Assembler(LinkedContract contract) {
        this.contract = contract;
        this.links = contract.links();
    }

    Schema assemble() {
        return new Schema(contract.table().packages().values().stream()
                .map(this::contractPackage)
                .toList());
    }

    private ContractPackage contractPackage(PackageScope scope) {
        List<Declaration> all = scope.units().stream()
                .map(SourceUnit::declarations)
                .flatMap(List::stream)
                .toList();
        return new ContractPackage(
                scope.name(),
                JavaPackages.of(scope.units()),
                all.stream().flatMap(each -> type(each, scope)).toList(),
                List.of(),
                List.of(),
                all.stream()
                        .filter(ServiceDeclaration.class::isInstance)
                        .map(each -> service((ServiceDeclaration) each, scope))
                        .toList());
    }

    private Stream<TypeDeclaration> type(Declaration declaration, PackageScope scope) {
        QualifiedName name = new QualifiedName(scope.name(), declaration.name().text());
        Notes notes = Notes.of(declaration.header().doc());
        if (declaration instanceof StructDeclaration struct) {
            return Stream.of(new Struct(
                    name,
                    notes,
                    fields(struct.fields()),
                    List.of(),
                    struct.name().span()));
        }
        if (declaration instanceof EnumDeclaration type) {
            List<EnumMember> members =
                    type.members().stream().map(Assembler::enumMember).toList();
            return Stream.of(new EnumType(
                    name, notes, type.closed(), members, List.of(), type.name().span()));
        }
        if (declaration instanceof ErrorDeclaration error) {
            StatusCode code =
                    error.code().map(Name::text).map(StatusCode::valueOf).orElse(StatusCode.UNKNOWN);
            return Stream.of(new ErrorType(
                    name,
                    notes,
                    code,
                    error.code().isPresent(),
                    fields(error.fields()),
                    List.of(),
                    error.name().span()));
        }
        return Stream.empty();
    }

    private static EnumMember enumMember(EnumMemberDeclaration member) {
        String name = member.name().text();
        return new EnumMember(
                name,
                WireNames.of(member.annotations(), name),
                List.of(),
                Notes.of(member.doc()),
                member.name().span());
    }

    private List<Field> fields(List<FieldDeclaration> fields) {
        return fields.stream().map(field -> field(field, type(field.type()))).toList();
    }

    private Field field(Member member, TypeRef type) {
        Optional<Value> defaultValue = member.defaultValue()
                .map(literal -> links.value(literal)
                        .orElseThrow(() -> new IllegalStateException("no value for the default at " + literal.span())));
        Presence required = defaultValue.isPresent() ? Presence.DEFAULTED : Presence.REQUIRED;
        String name = member.name().text();
        return new Field(
                name,
                WireNames.of(member.annotations(), name),
                Notes.of(member.doc()),
                type,
                member.type().optional() ? Presence.OPTIONAL : required,
                defaultValue,
                Field.Traits.NONE,
                member.name().span());
    }

    private Service service(ServiceDeclaration service, PackageScope scope) {
        QualifiedName name = new QualifiedName(scope.name(), service.name().text());
        return new Service(
                name,
                WireNames.of(service.annotations(), name.toString()),
                Notes.of(service.header().doc()),
                List.of(),
                service.methods().stream().map(this::method).toList(),
                service.name().span());
    }

    private Method method(MethodDeclaration method) {
        String name = method.name().text();
        return new Method(
                name,
                WireNames.of(method.annotations(), name),
                Notes.of(method.doc()),
                traits(method),
                method.parameters().stream().map(this::parameter).toList(),
                Optional.empty(),
                method.result().map(result -> optionalType(result.type())),
                false,
                method.errors().stream()
                        .map(error -> links.error(error).map(Symbol::name).orElseThrow())
                        .toList(),
                List.of(),
                method.name().span());
    }

    private static MethodTraits traits(MethodDeclaration method) {
        boolean variadic =
                method.parameters().stream().anyMatch(each -> each.ellipsis().isPresent());
        return new MethodTraits(
                method.oneway().isPresent(), variadic, false, false, false, Optional.empty(), Optional.empty());
    }

    private Field parameter(ParameterDeclaration parameter) {
        TypeRef type = type(parameter.type());
        return field(parameter, parameter.ellipsis().isPresent() ? new TypeRef.ListOf(type) : type);
    }

    private TypeRef optionalType(TypeExpression expression) {
        TypeRef type = type(expression);
        return expression.optional() ? new TypeRef.Nullable(type) : type;
    }

    private TypeRef type(TypeExpression expression) {
        return links.type(expression).orElseThrow(() -> new IllegalStateException("no type for " + expression.span()));
    }
}
