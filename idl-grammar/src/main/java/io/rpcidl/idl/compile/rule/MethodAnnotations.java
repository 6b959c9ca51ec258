package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.annotation.ConstraintReader;
import io.rpcidl.idl.compile.annotation.MethodTraitsReader;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.MethodTraits;
import io.rpcidl.idl.model.TypeRef;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What annotations say of how a method is called makes sense together and for the method. */
final class MethodAnnotations implements Rule {

    private static final Set<Builtin> KEYS =
            Set.copyOf(EnumSet.of(Builtin.STRING, Builtin.UUID, Builtin.INT32, Builtin.INT64, Builtin.BIGINT));

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .flatMap(declaration -> Traversal.methods(declaration).stream())
                .forEach(method -> {
                    checkTogether(method, sink);
                    checkTimeout(method, sink);
                    checkKey(method, contract, sink);
                });
    }

    private static void checkTogether(MethodDeclaration method, DiagnosticSink sink) {
        MethodTraits traits = MethodTraitsReader.traits(method);
        if (traits.readonly() && traits.idempotent().isPresent()) {
            contradiction(method, BuiltinAnnotation.IDEMPOTENT, "a readonly method can be repeated anyway", sink);
        }
        if (traits.readonly() && traits.oneway()) {
            contradiction(
                    method,
                    BuiltinAnnotation.READONLY,
                    "a oneway method that changes nothing would do nothing at all",
                    sink);
        }
        if (traits.positional() && traits.variadic()) {
            contradiction(
                    method,
                    BuiltinAnnotation.POSITIONAL,
                    "the values of a variadic method go by position anyway",
                    sink);
        }
    }

    private static void contradiction(
            MethodDeclaration method, BuiltinAnnotation kind, String message, DiagnosticSink sink) {
        Annotation annotation = kind.find(method.annotations()).orElseThrow();
        sink.add(Diagnostic.of(Code.METHOD_CONTRADICTION, annotation.span(), message)
                .withHelp("remove '@" + kind.word() + "'"));
    }

    private static void checkTimeout(MethodDeclaration method, DiagnosticSink sink) {
        BuiltinAnnotation.TIMEOUT
                .find(method.annotations())
                .map(ConstraintReader::text)
                .filter(text -> MethodTraitsReader.timeout(text.value()).isEmpty())
                .ifPresent(text -> sink.add(Diagnostic.of(
                                Code.BAD_TIMEOUT,
                                text.span(),
                                "a timeout is a duration of ISO 8601 from 1 millisecond to 24 hours")
                        .withHelp("for example \"PT2S\", \"PT0.5S\" or \"PT1M30S\"")));
    }

    private static void checkKey(MethodDeclaration method, LinkedContract contract, DiagnosticSink sink) {
        Optional<TextLiteral> key =
                BuiltinAnnotation.IDEMPOTENT.find(method.annotations()).flatMap(MethodTraitsReader::key);
        if (key.isEmpty()) {
            return;
        }
        List<ParameterDeclaration> parameters = method.parameters();
        Optional<ParameterDeclaration> named = parameters.stream()
                .filter(each -> each.name().text().equals(key.get().value()))
                .findFirst();
        if (named.isEmpty()) {
            String message =
                    "'" + method.name() + "' has no parameter '" + key.get().value() + "'";
            sink.add(Diagnostic.of(Code.IDEMPOTENCY_KEY, key.get().span(), message)
                    .withHelp(Suggestion.among(
                            parameters.stream().map(each -> each.name().text()),
                            key.get().value())));
            return;
        }
        keyMistake(named.get(), contract)
                .ifPresent(mistake -> sink.add(Diagnostic.of(
                                Code.IDEMPOTENCY_KEY,
                                key.get().span(),
                                "the parameter '" + named.get().name() + "' cannot be a key: " + mistake)
                        .withRelated("declared here", named.get().name().span())));
    }

    private static Optional<String> keyMistake(ParameterDeclaration parameter, LinkedContract contract) {
        boolean required = parameter.stream().isEmpty()
                && parameter.ellipsis().isEmpty()
                && !parameter.type().optional()
                && parameter.defaultValue().isEmpty();
        if (!required) {
            return Optional.of("it is not required");
        }
        Optional<TypeRef> type = contract.links()
                .type(parameter.type())
                .map(TypeRef::plain)
                .flatMap(plain -> TypeAnnotations.underlying(plain, contract));
        boolean wrong = type.isPresent()
                && !(type.get() instanceof TypeRef.Encoded)
                && !(type.get() instanceof Builtin builtin && KEYS.contains(builtin));
        return wrong
                ? Optional.of("a key is a string, a uuid, an int32, an int64, a bigint, or a newtype of one of these")
                : Optional.empty();
    }
}
