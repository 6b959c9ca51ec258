package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.EnumMemberDeclaration;
import io.rpcidl.idl.ast.ErrorDeclaration;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.StructDeclaration;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.compile.link.WireNames;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Newtype;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.StatusCode;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import io.rpcidl.idl.model.UnionMember;
import io.rpcidl.idl.model.UnionType;
import java.util.List;
import java.util.Optional;

/** Makes the types that have a name. */
final class TypeAssembler {

    private final FieldAssembler fields;

    TypeAssembler(FieldAssembler fields) {
        this.fields = fields;
    }

    /** Returns the type that a declaration declares, if it does. */
    Optional<TypeDeclaration> type(Declaration declaration, PackageScope scope) {
        QualifiedName name = new QualifiedName(scope.name(), declaration.name().text());
        if (declaration instanceof StructDeclaration struct) {
            return Optional.of(struct(name, struct));
        }
        if (declaration instanceof EnumDeclaration type) {
            return Optional.of(enumType(name, type));
        }
        if (declaration instanceof UnionDeclaration union) {
            return Optional.of(union(name, union));
        }
        if (declaration instanceof ErrorDeclaration error) {
            return Optional.of(error(name, error));
        }
        return declaration instanceof NewtypeDeclaration newtype
                ? Optional.of(newtype(name, newtype))
                : Optional.empty();
    }

    private Struct struct(QualifiedName name, StructDeclaration struct) {
        return new Struct(
                name,
                notes(struct),
                fields.fields(struct.fields()),
                reserved(struct),
                struct.name().span());
    }

    private ErrorType error(QualifiedName name, ErrorDeclaration error) {
        return new ErrorType(
                name,
                notes(error),
                error.code().map(Name::text).map(StatusCode::valueOf).orElse(StatusCode.UNKNOWN),
                error.code().isPresent(),
                fields.fields(error.fields()),
                reserved(error),
                error.name().span());
    }

    private EnumType enumType(QualifiedName name, EnumDeclaration type) {
        List<EnumMember> members = type.members().stream().map(this::enumMember).toList();
        return new EnumType(
                name,
                notes(type),
                type.closed(),
                members,
                reserved(type),
                type.name().span());
    }

    private EnumMember enumMember(EnumMemberDeclaration member) {
        String name = member.name().text();
        return new EnumMember(
                name,
                WireNames.of(member.annotations(), name),
                WireNames.aliases(member.annotations()),
                fields.notes(member.doc(), member.annotations()),
                member.name().span());
    }

    private UnionType union(QualifiedName name, UnionDeclaration union) {
        List<UnionMember> members =
                union.members().stream().map(this::unionMember).toList();
        return new UnionType(
                name,
                notes(union),
                union.closed(),
                members,
                reserved(union),
                union.name().span());
    }

    private UnionMember unionMember(io.rpcidl.idl.ast.UnionMember member) {
        String name = member.name().text();
        return new UnionMember(
                name,
                WireNames.of(member.annotations(), name),
                WireNames.aliases(member.annotations()),
                fields.notes(member.doc(), member.annotations()),
                member.type().map(fields::type),
                BuiltinAnnotation.SENSITIVE.isAmong(member.annotations()),
                member.name().span());
    }

    private Newtype newtype(QualifiedName name, NewtypeDeclaration newtype) {
        return new Newtype(
                name,
                notes(newtype),
                fields.type(newtype.type()),
                BuiltinAnnotation.SENSITIVE.isAmong(newtype.annotations())
                        || BuiltinAnnotation.SENSITIVE.isAmong(newtype.typeAnnotations()),
                newtype.name().span());
    }

    private Notes notes(Declaration declaration) {
        return fields.notes(declaration.header().doc(), declaration.annotations());
    }

    private static List<String> reserved(Declaration declaration) {
        return Traversal.reserved(declaration).map(TextLiteral::value).toList();
    }
}
