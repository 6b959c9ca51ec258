package io.rpcidl.idl.ast;

import java.util.ArrayList;
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
        List<Member> members = new ArrayList<>(fields(declaration));
        methods(declaration).forEach(method -> members.addAll(method.parameters()));
        return members.stream();
    }

    /** Returns the types of fields, parameters, results and so on, without those within other types. */
    public static Stream<TypeExpression> outerTypes(Declaration declaration) {
        return annotatedTypes(declaration).map(AnnotatedType::type);
    }

    /** Returns the types of fields, parameters, results and so on with what follows them, without those within other types. */
    public static Stream<AnnotatedType> annotatedTypes(Declaration declaration) {
        return outer(declaration).stream();
    }

    /** Every rule asks for them, so they are gathered in a plain loop. */
    private static List<AnnotatedType> outer(Declaration declaration) {
        List<AnnotatedType> types = new ArrayList<>();
        fields(declaration).forEach(field -> types.add(annotated(field)));
        for (MethodDeclaration method : methods(declaration)) {
            method.parameters().forEach(parameter -> types.add(annotated(parameter)));
            method.result().ifPresent(result -> types.add(annotated(result)));
        }
        otherTypes(declaration).forEach(types::add);
        return types;
    }

    /** Returns all types, also those within other types, the outer before the inner. */
    public static Stream<TypeExpression> types(Declaration declaration) {
        return allAnnotatedTypes(declaration).map(AnnotatedType::type);
    }

    /** Returns all types with what follows them, also those within other types, the outer before the inner. */
    public static Stream<AnnotatedType> allAnnotatedTypes(Declaration declaration) {
        List<AnnotatedType> types = new ArrayList<>();
        outer(declaration).forEach(type -> addWithInner(type, types));
        return types.stream();
    }

    private static AnnotatedType annotated(Member member) {
        boolean variadic = member instanceof ParameterDeclaration parameter
                && parameter.ellipsis().isPresent();
        return new AnnotatedType(member.type(), member.annotations(), variadic);
    }

    private static AnnotatedType annotated(ResultExpression result) {
        return new AnnotatedType(result.type(), result.annotations(), false);
    }

    private static Stream<AnnotatedType> otherTypes(Declaration declaration) {
        if (declaration instanceof UnionDeclaration union) {
            return union.members().stream()
                    .flatMap(member ->
                            member.type().stream().map(type -> new AnnotatedType(type, member.annotations(), false)));
        }
        if (declaration instanceof NewtypeDeclaration newtype) {
            return Stream.of(new AnnotatedType(newtype.type(), newtype.typeAnnotations(), false));
        }
        if (declaration instanceof AliasDeclaration alias) {
            return Stream.of(new AnnotatedType(alias.type(), alias.typeAnnotations(), false));
        }
        return declaration instanceof ConstDeclaration constant
                ? Stream.of(new AnnotatedType(constant.type(), constant.typeAnnotations(), false))
                : Stream.empty();
    }

    private static void addWithInner(AnnotatedType type, List<AnnotatedType> types) {
        types.add(type);
        for (TypeArgument argument : type.type().arguments()) {
            addWithInner(new AnnotatedType(argument.type(), argument.annotations(), false), types);
        }
    }
}
