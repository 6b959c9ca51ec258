package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.AnnotatedPlace;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.ErrorDeclaration;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.Reserved;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.StructDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The parts of the language that this version parses but cannot compile yet, each with what to write instead. */
final class Support implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().forEach(declaration -> {
            checkKind(declaration, sink);
            declaration.header().typeParameters().stream()
                    .limit(1)
                    .forEach(name -> refuse(sink, name.span(), "a type parameter", "declare one type for each use"));
            reserved(declaration).forEach(each -> refuse(sink, each.span(), "'reserved'", "say it in a comment"));
            Traversal.fields(declaration).stream()
                    .flatMap(field -> field.rollout().stream())
                    .forEach(span -> refuse(sink, span, "'rollout'", "make the field optional with '?'"));
            checkService(declaration, sink);
            AnnotatedPlace.in(declaration).forEach(place -> checkAnnotations(place, sink));
        });
    }

    private static void checkKind(Declaration declaration, DiagnosticSink sink) {
        String instead = switch (declaration.keyword()) {
            case "union" -> "use a struct with one optional field for each member";
            case "newtype", "alias" -> "use the type itself";
            case "const" -> "write the value where it is used";
            case "mixin" -> "repeat the fields";
            case "annotation" -> "use a comment";
            default -> "";
        };
        if (!instead.isEmpty()) {
            refuse(sink, declaration.name().span(), "'" + declaration.keyword() + "'", instead);
        }
    }

    private static void checkService(Declaration declaration, DiagnosticSink sink) {
        if (declaration instanceof ServiceDeclaration service) {
            service.parents().forEach(parent -> refuse(sink, parent.span(), "'extends'", "repeat the methods"));
        }
        Traversal.methods(declaration).stream()
                .flatMap(Support::streams)
                .forEach(span -> refuse(sink, span, "'stream'", "use a list, and a method that is called repeatedly"));
    }

    private static Stream<Span> streams(MethodDeclaration method) {
        return Stream.concat(
                method.parameters().stream().map(ParameterDeclaration::stream).flatMap(Optional::stream),
                method.result().stream().flatMap(result -> result.stream().stream()));
    }

    private static List<Reserved> reserved(Declaration declaration) {
        if (declaration instanceof StructDeclaration struct) {
            return struct.reserved();
        }
        if (declaration instanceof ErrorDeclaration error) {
            return error.reserved();
        }
        return declaration instanceof EnumDeclaration enumeration ? enumeration.reserved() : List.of();
    }

    private static void checkAnnotations(AnnotatedPlace place, DiagnosticSink sink) {
        place.annotations().stream()
                .filter(annotation ->
                        AnnotationNames.LATER.contains(annotation.name().text()))
                .forEach(annotation ->
                        refuse(sink, annotation.span(), "the annotation '@" + annotation.name() + "'", "remove it"));
    }

    private static void refuse(DiagnosticSink sink, Span span, String what, String instead) {
        String message = what + " is not supported yet by this version of rpcidl; " + instead;
        sink.add(Diagnostic.of(Code.NOT_SUPPORTED, span, message));
    }
}
