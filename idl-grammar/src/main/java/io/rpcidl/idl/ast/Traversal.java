package io.rpcidl.idl.ast;

import java.util.List;
import java.util.stream.Stream;

/** The parts of declarations by kind, so that nobody who looks for one kind has to know them all. */
public final class Traversal {

    private Traversal() {}

    /** Returns the fields of a struct or an error; of others none. */
    public static List<FieldDeclaration> fields(Declaration declaration) {
        if (declaration instanceof StructDeclaration struct) {
            return struct.fields();
        }
        return declaration instanceof ErrorDeclaration error ? error.fields() : List.of();
    }

    /** Returns the names that the members of a struct, an error, an enum or a union must not have; of others none. */
    public static Stream<TextLiteral> reserved(Declaration declaration) {
        List<Reserved> reserved = List.of();
        if (declaration instanceof StructDeclaration struct) {
            reserved = struct.reserved();
        } else if (declaration instanceof ErrorDeclaration error) {
            reserved = error.reserved();
        } else if (declaration instanceof EnumDeclaration enumeration) {
            reserved = enumeration.reserved();
        } else if (declaration instanceof UnionDeclaration union) {
            reserved = union.reserved();
        }
        return reserved.stream().flatMap(each -> each.names().stream());
    }

    /** Returns the methods of a service; of others none. */
    public static List<MethodDeclaration> methods(Declaration declaration) {
        return declaration instanceof ServiceDeclaration service ? service.methods() : List.of();
    }

    /** Returns all fields and parameters. */
    public static Stream<Member> members(Declaration declaration) {
        return Stream.concat(
                fields(declaration).stream(),
                methods(declaration).stream().flatMap(method -> method.parameters().stream()));
    }

    /** Returns the types of fields, parameters, results and so on, without those within other types. */
    public static Stream<TypeExpression> outerTypes(Declaration declaration) {
        Stream<TypeExpression> results =
                methods(declaration).stream().flatMap(method -> method.result().map(ResultExpression::type).stream());
        return Stream.of(members(declaration).map(Member::type), results, otherTypes(declaration))
                .flatMap(types -> types);
    }

    /** Returns all types, also those within other types, the outer before the inner. */
    public static Stream<TypeExpression> types(Declaration declaration) {
        return outerTypes(declaration).flatMap(Traversal::withInner);
    }

    private static Stream<TypeExpression> otherTypes(Declaration declaration) {
        if (declaration instanceof UnionDeclaration union) {
            return union.members().stream().flatMap(member -> member.type().stream());
        }
        if (declaration instanceof NewtypeDeclaration newtype) {
            return Stream.of(newtype.type());
        }
        if (declaration instanceof AliasDeclaration alias) {
            return Stream.of(alias.type());
        }
        return declaration instanceof ConstDeclaration constant ? Stream.of(constant.type()) : Stream.empty();
    }

    private static Stream<TypeExpression> withInner(TypeExpression type) {
        return Stream.concat(
                Stream.of(type), type.arguments().stream().flatMap(argument -> withInner(argument.type())));
    }
}
