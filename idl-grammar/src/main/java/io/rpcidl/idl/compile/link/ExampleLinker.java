package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Annotation;
import io.rpcidl.idl.ast.Argument;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MapLiteral;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.ast.ParameterDeclaration;
import io.rpcidl.idl.ast.ResultExpression;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.annotation.MethodExampleLiteral;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.source.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what the values of {@code @example} mean, and checks them against the type or the method that they show. */
final class ExampleLinker {

    private static final Set<String> PARTS = Set.of(MethodExampleLiteral.PARAMS, MethodExampleLiteral.RESULT);

    private final Links links;
    private final ValueLinker values;
    private final DiagnosticSink sink;

    ExampleLinker(Links links, ValueLinker values, DiagnosticSink sink) {
        this.links = links;
        this.values = values;
        this.sink = sink;
    }

    /** Links the examples of a type. */
    void linkType(Declaration declaration, QualifiedName name) {
        for (Annotation example : examples(declaration.annotations())) {
            Argument argument = example.arguments().get(0);
            if (argument.key().isPresent()) {
                report(argument.span(), "an example of " + declaration.kind() + " is one value", Optional.empty());
            } else if (BuiltinAnnotation.EXAMPLE.belongsTo(declaration)) {
                link(argument.from().orElseThrow(), new TypeRef.Named(name));
            }
        }
    }

    /** Links the examples of a method. */
    void linkMethod(MethodDeclaration method) {
        for (Annotation example : examples(method.annotations())) {
            if (checkParts(example)) {
                MethodExampleLiteral literal = MethodExampleLiteral.of(example);
                linkParams(
                        method, literal, literal.params().map(MapLiteral::span).orElse(example.span()));
                literal.result().ifPresent(result -> linkResult(method, result));
            }
        }
    }

    private static List<Annotation> examples(List<Annotation> annotations) {
        return BuiltinAnnotation.EXAMPLE.all(annotations).toList();
    }

    private void link(Literal literal, TypeRef type) {
        values.value(literal, type).ifPresent(value -> links.putExample(literal, type, value));
    }

    private boolean checkParts(Annotation example) {
        Map<String, Span> seen = new HashMap<>();
        boolean fine = true;
        for (Argument argument : example.arguments()) {
            String key = argument.key().map(Name::text).orElse("");
            Optional<String> mistake = Optional.empty();
            if (!PARTS.contains(key)) {
                mistake = Optional.of("an example of a method has params and result");
            } else if (seen.putIfAbsent(key, argument.span()) != null) {
                mistake = Optional.of("'" + key + "' is there twice");
            } else if (key.equals(MethodExampleLiteral.PARAMS)
                    && !(argument.from().orElseThrow() instanceof MapLiteral)) {
                mistake = Optional.of("the params of an example are a map of names and values");
            }
            mistake.ifPresent(message -> report(
                    argument.span(),
                    message,
                    Optional.of("for example @example(params = {id: \"ABC-1\"}, result = true)")));
            fine &= mistake.isEmpty();
        }
        return fine;
    }

    private void linkParams(MethodDeclaration method, MethodExampleLiteral example, Span place) {
        Map<String, ParameterDeclaration> known = new HashMap<>();
        method.parameters().stream()
                .filter(each -> each.stream().isEmpty())
                .forEach(each -> known.putIfAbsent(each.name().text(), each));
        Map<String, Span> seen = new HashMap<>();
        for (MapLiteral.Entry entry : example.entries()) {
            boolean bare = entry.key() instanceof NameLiteral;
            String name = bare ? ((NameLiteral) entry.key()).name().text() : "";
            Span span = entry.key().span();
            if (!known.containsKey(name)) {
                report(
                        span,
                        bare
                                ? "'" + method.name() + "' has no parameter '" + name + "'"
                                : "a parameter is named by its name, not by " + Mismatches.kind(entry.key()),
                        Suggestion.among(known.keySet().stream().sorted(), name));
            } else if (seen.putIfAbsent(name, span) != null) {
                report(span, "the parameter '" + name + "' is there twice", Optional.empty());
            } else {
                type(known.get(name)).ifPresent(type -> link(entry.value(), type));
            }
        }
        method.parameters().stream()
                .filter(each ->
                        isRequired(each) && !seen.containsKey(each.name().text()))
                .forEach(each ->
                        report(place, "the example lacks the parameter '" + each.name() + "'", Optional.empty()));
    }

    private static boolean isRequired(ParameterDeclaration parameter) {
        return parameter.stream().isEmpty()
                && parameter.ellipsis().isEmpty()
                && !parameter.type().optional()
                && parameter.defaultValue().isEmpty();
    }

    private Optional<TypeRef> type(ParameterDeclaration parameter) {
        return links.type(parameter.type())
                .map(type -> parameter.ellipsis().isPresent() ? new TypeRef.ListOf(type) : type);
    }

    private void linkResult(MethodDeclaration method, Literal literal) {
        Optional<ResultExpression> result = method.result();
        if (result.isEmpty()) {
            report(literal.span(), "'" + method.name() + "' has no result", Optional.empty());
        }
        result.flatMap(each -> links.type(each.type())
                        .map(type -> each.stream().isPresent() ? new TypeRef.ListOf(type) : type))
                .ifPresent(type -> link(literal, type));
    }

    private void report(Span span, String message, Optional<String> help) {
        sink.add(Diagnostic.of(Code.EXAMPLE_CALL, span, message).withHelp(help));
    }
}
