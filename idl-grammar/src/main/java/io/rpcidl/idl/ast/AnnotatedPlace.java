package io.rpcidl.idl.ast;

import java.util.List;
import java.util.stream.Stream;

/**
 * A place that can have annotations, and those it has.
 *
 * @param target what the annotations belong to
 */
public record AnnotatedPlace(Target target, List<Annotation> annotations) {

    /** Returns the places of a declaration that have annotations. */
    public static Stream<AnnotatedPlace> in(Declaration declaration) {
        return Stream.of(
                        Stream.of(new AnnotatedPlace(Target.of(declaration), declaration.annotations())),
                        Traversal.fields(declaration).stream()
                                .map(field -> new AnnotatedPlace(Target.FIELD, field.annotations())),
                        Traversal.methods(declaration).stream().flatMap(AnnotatedPlace::inMethod),
                        inOthers(declaration),
                        Traversal.types(declaration)
                                .flatMap(type -> type.arguments().stream())
                                .map(argument -> new AnnotatedPlace(Target.TYPE, argument.annotations())))
                .flatMap(places -> places)
                .filter(place -> !place.annotations().isEmpty());
    }

    private static Stream<AnnotatedPlace> inMethod(MethodDeclaration method) {
        return Stream.of(
                        Stream.of(new AnnotatedPlace(Target.METHOD, method.annotations())),
                        method.parameters().stream()
                                .map(parameter -> new AnnotatedPlace(Target.PARAMETER, parameter.annotations())),
                        method.result().stream().map(result -> new AnnotatedPlace(Target.RESULT, result.annotations())))
                .flatMap(places -> places);
    }

    private static Stream<AnnotatedPlace> inOthers(Declaration declaration) {
        if (declaration instanceof EnumDeclaration type) {
            return type.members().stream().map(member -> new AnnotatedPlace(Target.ENUM_MEMBER, member.annotations()));
        }
        if (declaration instanceof UnionDeclaration union) {
            return union.members().stream()
                    .map(member -> new AnnotatedPlace(Target.UNION_MEMBER, member.annotations()));
        }
        if (declaration instanceof NewtypeDeclaration newtype) {
            return Stream.of(new AnnotatedPlace(Target.NEWTYPE_TYPE, newtype.typeAnnotations()));
        }
        if (declaration instanceof AliasDeclaration alias) {
            return Stream.of(new AnnotatedPlace(Target.TYPE, alias.typeAnnotations()));
        }
        return declaration instanceof ConstDeclaration constant
                ? Stream.of(new AnnotatedPlace(Target.TYPE, constant.typeAnnotations()))
                : Stream.empty();
    }
}
