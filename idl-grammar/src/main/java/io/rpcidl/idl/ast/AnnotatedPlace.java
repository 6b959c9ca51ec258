package io.rpcidl.idl.ast;

import java.util.List;
import java.util.stream.Stream;

/**
 * A place that can have annotations, and those it has.
 *
 * @param target what the annotations belong to, with its article, such as {@code a field}
 */
public record AnnotatedPlace(String target, List<Annotation> annotations) {

    /** Returns all places of a declaration. */
    public static Stream<AnnotatedPlace> in(Declaration declaration) {
        return Stream.of(
                        Stream.of(new AnnotatedPlace(declaration.kind(), declaration.annotations())),
                        Traversal.fields(declaration).stream()
                                .map(field -> new AnnotatedPlace("a field", field.annotations())),
                        Traversal.methods(declaration).stream().flatMap(AnnotatedPlace::inMethod),
                        inOthers(declaration),
                        Traversal.types(declaration)
                                .flatMap(type -> type.arguments().stream())
                                .map(argument -> new AnnotatedPlace("a type", argument.annotations())))
                .flatMap(places -> places);
    }

    private static Stream<AnnotatedPlace> inMethod(MethodDeclaration method) {
        return Stream.of(
                        Stream.of(new AnnotatedPlace("a method", method.annotations())),
                        method.parameters().stream()
                                .map(parameter -> new AnnotatedPlace("a parameter", parameter.annotations())),
                        method.result().stream().map(result -> new AnnotatedPlace("a result", result.annotations())))
                .flatMap(places -> places);
    }

    private static Stream<AnnotatedPlace> inOthers(Declaration declaration) {
        if (declaration instanceof EnumDeclaration type) {
            return type.members().stream().map(member -> new AnnotatedPlace("an enum member", member.annotations()));
        }
        if (declaration instanceof UnionDeclaration union) {
            return union.members().stream().map(member -> new AnnotatedPlace("a union member", member.annotations()));
        }
        if (declaration instanceof NewtypeDeclaration newtype) {
            return Stream.of(new AnnotatedPlace("a type", newtype.typeAnnotations()));
        }
        if (declaration instanceof AliasDeclaration alias) {
            return Stream.of(new AnnotatedPlace("a type", alias.typeAnnotations()));
        }
        return declaration instanceof ConstDeclaration constant
                ? Stream.of(new AnnotatedPlace("a const", constant.typeAnnotations()))
                : Stream.empty();
    }
}
