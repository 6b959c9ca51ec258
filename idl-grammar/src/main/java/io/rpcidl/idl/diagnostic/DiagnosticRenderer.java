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

    private final Palette palette;
    private final StringBuilder out = new StringBuilder();

    private DiagnosticRenderer(Palette palette) {
        this.palette = palette;
    }

    /** Returns all diagnostics, each with its place and source line, with an empty line between them. */
    public static String renderAll(Collection<Diagnostic> diagnostics) {
        return diagnostics.stream().map(DiagnosticRenderer::render).collect(Collectors.joining("\n"));
    }

    /** Returns a diagnostic with its place, its source line and a caret; several lines, the last ends with a line feed. */
    public static String render(Diagnostic diagnostic) {
        return render(diagnostic, Palette.NONE);
    }

    /** Returns what {@link #render(Diagnostic)} does, in colour. */
    public static String render(Diagnostic diagnostic, Palette palette) {
        DiagnosticRenderer renderer = new DiagnosticRenderer(palette);
        renderer.append(diagnostic);
        return renderer.out.toString();
    }

    /** Returns {@code file:line:column: error[RI0123]: message (help)}, without a line feed. */
    public static String renderLine(Diagnostic diagnostic) {
        String help = diagnostic
                .help()
                .map(text -> " (" + DisplayText.safe(text) + ")")
                .orElse("");
        return place(diagnostic.span()) + ": " + title(diagnostic) + ": " + DisplayText.safe(diagnostic.message())
                + help;
    }

    private void append(Diagnostic diagnostic) {
        out.append(palette.severity(diagnostic.severity(), title(diagnostic)))
                .append(palette.message(": " + DisplayText.safe(diagnostic.message())))
                .append('\n');
        int margin = appendPlace(diagnostic.span());
        diagnostic
                .help()
                .ifPresent(help -> out.append(" ".repeat(margin))
                        .append(palette.gutter(" = "))
                        .append(palette.hint("help"))
                        .append(": ")
                        .append(DisplayText.safe(help))
                        .append('\n'));
        diagnostic.related().forEach(related -> {
            out.append(palette.hint("note"))
                    .append(": ")
                    .append(DisplayText.safe(related.message()))
                    .append('\n');
            appendPlace(related.span());
        });
    }

    private static String title(Diagnostic diagnostic) {
        return diagnostic.severity() + "[" + diagnostic.code() + "]";
    }

    /** Appends place, line and carets, and returns the width of the line number. */
    private int appendPlace(Span span) {
        Position position = span.startPosition();
        String number = String.valueOf(position.line());
        String margin = " ".repeat(number.length());
        out.append(margin, 0, number.length() - 1)
                .append(palette.gutter("-->"))
                .append(' ')
                .append(place(span))
                .append('\n');
        if (span.file().text().isEmpty()) {
            return number.length();
        }
        Excerpt excerpt = Excerpt.of(span);
        String line = excerpt.text().isEmpty() ? "" : " " + excerpt.text();
        int caret = excerpt.carets().indexOf('^');
        out.append(palette.gutter(margin + " |")).append('\n');
        out.append(palette.gutter(number + " |")).append(line).append('\n');
        out.append(palette.gutter(margin + " |"))
                .append(' ')
                .append(excerpt.carets(), 0, caret)
                .append(palette.hint(excerpt.carets().substring(caret)))
                .append('\n');
        return number.length();
    }

    private static String place(Span span) {
        return DisplayText.safe(span.toString());
    }
}
