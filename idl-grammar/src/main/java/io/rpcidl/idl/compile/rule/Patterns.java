package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.AnnotatedPlace;
import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.annotation.ConstraintReader;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.pattern.IRegexp;
import io.rpcidl.idl.pattern.PatternMistake;

/** A pattern is one of RFC 9485, not too large, and means what its author probably thinks it does. */
final class Patterns implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .flatMap(AnnotatedPlace::in)
                .flatMap(place -> BuiltinAnnotation.PATTERN.all(place.annotations()))
                .map(ConstraintReader::text)
                .forEach(text -> checkPattern(text, sink));
    }

    private static void checkPattern(TextLiteral text, DiagnosticSink sink) {
        IRegexp.parse(text.value(), mistake -> report(text, mistake, sink)).ifPresent(pattern -> {
            String value = text.value();
            // Within a pattern they are rarely meant as anchors.
            pattern.bareAnchors().stream()
                    .filter(at -> value.charAt(at) == '^' ? at == 0 : at == value.length() - 1)
                    .forEach(at -> warn(text, at, sink));
        });
    }

    /** A backslash of a pattern is two in the string of a contract, where the help will be followed. */
    private static void report(TextLiteral text, PatternMistake mistake, DiagnosticSink sink) {
        Code code = mistake.tooLarge() ? Code.PATTERN_TOO_LARGE : Code.BAD_PATTERN;
        sink.add(Diagnostic.of(code, text.part(mistake.offset(), mistake.length()), mistake.message())
                .withHelp(mistake.help().map(help -> help.replace("\\", "\\\\"))));
    }

    private static void warn(TextLiteral text, int at, DiagnosticSink sink) {
        char anchor = text.value().charAt(at);
        String message = "'" + anchor + "' is an ordinary character in a pattern, which always matches the whole text";
        String escaped = anchor == '$' ? "[$]" : "\\\\^";
        sink.add(Diagnostic.of(Code.BARE_ANCHOR, text.part(at, 1), message)
                .withHelp("remove it, or write '" + escaped + "' for the character"));
    }
}
