package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.EnumMemberDeclaration;
import io.rpcidl.idl.ast.ErrorDeclaration;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.StructDeclaration;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.compile.link.WireNames;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import io.rpcidl.idl.model.ErrorType;
import io.rpcidl.idl.model.Notes;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.StatusCode;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeDeclaration;
import java.util.List;
import java.util.stream.Stream;

/** Makes the types that have a name. */
final class TypeAssembler {

    private final FieldAssembler fields;

    TypeAssembler(FieldAssembler fields) {
        this.fields = fields;
    }

    Stream<TypeDeclaration> type(Declaration declaration, PackageScope scope) {
        QualifiedName name = new QualifiedName(scope.name(), declaration.name().text());
        Notes notes = Notes.of(declaration.header().doc());
        if (declaration instanceof StructDeclaration struct) {
            return Stream.of(new Struct(
                    name,
                    notes,
                    fields.fields(struct.fields()),
                    List.of(),
                    struct.name().span()));
        }
        if (declaration instanceof EnumDeclaration type) {
            List<EnumMember> members =
                    type.members().stream().map(TypeAssembler::enumMember).toList();
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
                    fields.fields(error.fields()),
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
}
