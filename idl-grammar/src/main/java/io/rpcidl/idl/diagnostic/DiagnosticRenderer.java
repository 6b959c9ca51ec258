package io.rpcidl.idl.diagnostic;

import io.rpcidl.idl.source.Position;
import io.rpcidl.idl.source.Span;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * Prints diagnostics for people. Whatever the contract holds, the output has no control characters but line feeds: tabs
 * are expanded, the rest is escaped. Lines end with {@code \n} on every system.
 *
 * <pre>{@code
 * error[RI0123]: unknown type 'Strng'
 *  --> catalog.rpcidl:12:9
 *    |
 * 12 |   name: Strng;
 *    |         ^^^^^
 *    = help: did you mean 'string'?
 * }</pre>
 */
public final class DiagnosticRenderer {

    private DiagnosticRenderer() {}

    /** Returns all diagnostics, each with its place and source line, with an empty line between them. */
    public static String renderAll(Collection<Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticRenderer::render).collect(Collectors.joining("\n"));
    }

    /** Returns a diagnostic with its place, its source line and a caret; several lines, the last ends with a line feed. */
    public static String render(Diagnostic diagnostic) {
        StringBuilder out = new StringBuilder();
        out.append(head(diagnostic)).append('\n');
        int gutter = appendPlace(out, diagnostic.span());
        diagnostic
                .help()
                .ifPresent(help -> out.append(" ".repeat(gutter))
                        .append(" = help: ")
                        .append(DisplayText.safe(help))
                        .append('\n'));
        diagnostic.related().forEach(related -> {
            out.append("note: ").append(DisplayText.safe(related.message())).append('\n');
            appendPlace(out, related.span());
        });
        return out.toString();
    }

    /** Returns {@code file:line:column: error[RI0123]: message (help)}, without a line feed. */
    public static String renderLine(Diagnostic diagnostic) {
        String help = diagnostic
                .help()
                .map(text -> " (" + DisplayText.safe(text) + ")")
                .orElse("");
        return place(diagnostic.span()) + ": " + head(diagnostic) + help;
    }

    private static String head(Diagnostic diagnostic) {
        return diagnostic.severity() + "[" + diagnostic.code() + "]: " + DisplayText.safe(diagnostic.message());
    }

    /** Appends place, line and carets, and returns the width of the line number. */
    private static int appendPlace(StringBuilder out, Span span) {
        Position position = span.startPosition();
        String number = String.valueOf(position.line());
        String margin = " ".repeat(number.length());
        out.append(margin, 0, number.length() - 1)
                .append("--> ")
                .append(place(span))
                .append('\n');
        if (span.file().text().isEmpty()) {
            return number.length();
        }
        Excerpt excerpt = Excerpt.of(span);
        out.append(margin).append(" |\n");
        out.append((number + " | " + excerpt.text()).stripTrailing()).append('\n');
        out.append(margin).append(" | ").append(excerpt.carets()).append('\n');
        return number.length();
    }

    private static String place(Span span) {
        return DisplayText.safe(span.toString());
    }
}
