package io.rpcidl.idl.diagnostic;

import io.rpcidl.idl.source.Span;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One mistake of an author, or one thing to know. Immutable.
 *
 * @param message one sentence without a full stop, names in single quotes
 * @param span the place, always there; of a file without text the point 0
 * @param related further places that explain it
 * @param help what to do about it, where that is known
 */
public record Diagnostic(
        Severity severity, Code code, String message, Span span, List<Related> related, Optional<String> help) {

    /** By file name, then by place. */
    public static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic each) -> each.span().file().name())
            .thenComparing(each -> each.span().start())
            .thenComparing(each -> each.span().end())
            .thenComparing(Diagnostic::code)
            .thenComparing(Diagnostic::message);

    /** Checks that nothing is null and copies the list. */
    public Diagnostic {
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(help, "help");
        related = List.copyOf(related);
    }

    /** Makes a diagnostic of the code's own severity. */
    public static Diagnostic of(Code code, Span span, String message) {
        return new Diagnostic(code.severity(), code, message, span, List.of(), Optional.empty());
    }

    /** Returns a copy that also says what to do. */
    public Diagnostic withHelp(String text) {
        return withHelp(Optional.of(text));
    }

    /** Returns a copy that also says what to do, where that is known. */
    public Diagnostic withHelp(Optional<String> text) {
        return new Diagnostic(severity, code, message, span, related, text);
    }

    /** Returns a copy that also points to another place. */
    public Diagnostic withRelated(String text, Span place) {
        List<Related> longer = new java.util.ArrayList<>(related);
        longer.add(new Related(text, place));
        return new Diagnostic(severity, code, message, span, longer, help);
    }

    /** Returns whether there can be no schema because of this. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** Returns the one-line form of {@link DiagnosticRenderer}. */
    @Override
    public String toString() {
        return DiagnosticRenderer.renderLine(this);
    }
}
