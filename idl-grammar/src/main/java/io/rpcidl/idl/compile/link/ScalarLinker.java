package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.ast.NumberLiteral;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Value;
import java.util.List;
import java.util.Optional;

/** Checks values of the built-in types. */
final class ScalarLinker {

    private final Mismatches mismatches;
    private final DiagnosticSink sink;

    ScalarLinker(Mismatches mismatches, DiagnosticSink sink) {
        this.mismatches = mismatches;
        this.sink = sink;
    }

    Optional<Value> value(Literal literal, Builtin type) {
        return switch (type) {
            case ANY -> {
                sink.add(Diagnostic.of(
                                Code.DEFAULT_NOT_ALLOWED, literal.span(), "a value of type 'any' cannot be written")
                        .withHelp("make it optional with '?'"));
                yield Optional.empty();
            }
            case BOOL -> bool(literal);
            case INT32, INT64, FLOAT32, FLOAT64 -> number(literal, type, numberText(literal, type), "a number");
            case BIGINT, DECIMAL ->
                number(
                        literal,
                        type,
                        literal instanceof TextLiteral text ? text.value() : numberText(literal, type),
                        "a number, or one in quotes");
            default -> text(literal, type);
        };
    }

    private Optional<Value> bool(Literal literal) {
        String name = literal instanceof NameLiteral written ? written.name().text() : "";
        if (name.equals("true") || name.equals("false")) {
            return Optional.of(new Value.Bool(name.equals("true")));
        }
        return mismatches.report(literal, Builtin.BOOL, "true or false", List.of("true", "false"));
    }

    /** Returns null for what is not a number. */
    private static String numberText(Literal literal, Builtin type) {
        if (literal instanceof NumberLiteral number) {
            return number.text();
        }
        String name = literal instanceof NameLiteral written ? written.name().text() : "";
        return NumberRange.isFloat(type) && NumberRange.SPECIAL.contains(name) ? name : null;
    }

    private Optional<Value> number(Literal literal, Builtin type, String text, String wanted) {
        if (text == null || !NumberRange.isWritten(text, type)) {
            return mismatches.report(literal, type, NumberRange.isWhole(type) ? "a whole number" : wanted);
        }
        Optional<String> range = NumberRange.violated(text, type);
        range.ifPresent(allowed -> sink.add(
                Code.DEFAULT_OUT_OF_RANGE,
                literal.span(),
                "the value is outside the range of '" + type + "': " + allowed));
        return range.isPresent() ? Optional.empty() : Optional.of(new Value.Number(text));
    }

    private Optional<Value> text(Literal literal, Builtin type) {
        if (!(literal instanceof TextLiteral text)) {
            return mismatches.report(literal, type, "a string");
        }
        Optional<String> example = TextForms.violated(text.value(), type);
        example.ifPresent(form -> sink.add(Diagnostic.of(
                        Code.DEFAULT_MALFORMED, literal.span(), "the value is not of the form of type '" + type + "'")
                .withHelp("it looks like " + form)));
        return example.isPresent() ? Optional.empty() : Optional.of(new Value.Text(text.value()));
    }
}
