package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.ListLiteral;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MapLiteral;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.ast.NumberLiteral;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.Value;
import io.rpcidl.idl.source.Span;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Words a value of the wrong kind. */
final class Mismatches {

    private static final Set<String> WORDS = Set.of("true", "false", "null", "NaN", "Infinity");

    /** How much of a value a message bears; what is cut is ASCII. */
    private static final int LONGEST = 40;

    private final FileScope scope;
    private final DiagnosticSink sink;

    Mismatches(FileScope scope, DiagnosticSink sink) {
        this.scope = scope;
        this.sink = sink;
    }

    /** Reports a value, and returns that there is none. */
    Optional<Value> report(Literal literal, TypeRef type, String wanted) {
        return report(literal, type, wanted, List.of());
    }

    /**
     * Reports a value, and returns that there is none.
     *
     * @param words what could stand there
     */
    Optional<Value> report(Literal literal, TypeRef type, String wanted, Collection<String> words) {
        boolean name = literal instanceof NameLiteral;
        if (name && scope.isLost(((NameLiteral) literal).name().parts())) {
            return Optional.empty();
        }
        String message = "a value of type '" + type + "' must be " + wanted + ", not " + kind(literal);
        Diagnostic diagnostic = Diagnostic.of(Code.DEFAULT_OF_WRONG_TYPE, literal.span(), message);
        if (name && scope.find(((NameLiteral) literal).name()).isEmpty()) {
            diagnostic = unknown((NameLiteral) literal, diagnostic, words);
        }
        sink.add(diagnostic);
        return Optional.empty();
    }

    /** A name that means nothing was meant to be a constant, unless it looks like something else. */
    private Diagnostic unknown(NameLiteral literal, Diagnostic mismatch, Collection<String> words) {
        String name = literal.name().text();
        if (!sink.wantsHelp(literal.span().file())) {
            return mismatch;
        }
        Optional<String> word = Suggestion.among(words, name);
        if (word.isPresent() || !words.isEmpty() || WORDS.contains(name)) {
            return mismatch.withHelp(word);
        }
        Optional<String> constant =
                Suggestion.among(scope.candidates(literal.name().parts(), ConstDeclaration.class::isInstance), name);
        return Diagnostic.of(Code.UNKNOWN_MEMBER, literal.span(), "unknown constant '" + name + "'")
                .withHelp(constant);
    }

    /** Returns what a value is, in words. */
    static String kind(Literal literal) {
        if (literal instanceof NumberLiteral || literal instanceof NameLiteral) {
            return "'" + text(literal) + "'";
        }
        if (literal instanceof ListLiteral) {
            return "a list";
        }
        return literal instanceof MapLiteral ? "a map" : "a string";
    }

    /** Returns the text of a value, cut to what a message bears. */
    static String text(Literal literal) {
        Span span = literal.span();
        String text = span.file().text().substring(span.start(), span.end());
        boolean pair = text.length() > LONGEST && Character.isHighSurrogate(text.charAt(LONGEST - 1));
        return text.length() > LONGEST ? text.substring(0, pair ? LONGEST - 1 : LONGEST) + "..." : text;
    }
}
