package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.ListLiteral;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.MapLiteral;
import io.rpcidl.idl.ast.NameLiteral;
import io.rpcidl.idl.ast.NumberLiteral;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.source.Span;

/** Words a default of the wrong kind. */
final class Mismatches {

    /** How much of a value a message bears; what is cut is ASCII. */
    private static final int LONGEST = 40;

    private Mismatches() {}

    static void report(DiagnosticSink sink, Literal literal, TypeRef type, String wanted) {
        String message = "a default of type '" + type + "' must be " + wanted + ", not " + kind(literal);
        sink.add(Diagnostic.of(Code.DEFAULT_OF_WRONG_TYPE, literal.span(), message));
    }

    private static String kind(Literal literal) {
        if (literal instanceof NumberLiteral || literal instanceof NameLiteral) {
            Span span = literal.span();
            String text = span.file().text().substring(span.start(), span.end());
            return "'" + (text.length() > LONGEST ? text.substring(0, LONGEST) + "..." : text) + "'";
        }
        if (literal instanceof ListLiteral) {
            return "a list";
        }
        return literal instanceof MapLiteral ? "a map" : "a string";
    }
}
