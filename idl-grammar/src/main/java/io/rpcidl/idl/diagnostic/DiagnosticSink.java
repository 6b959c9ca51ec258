package io.rpcidl.idl.diagnostic;

import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Collects the diagnostics of one run, at most {@value #LIMIT} errors and as many warnings a file: a broken file then costs neither the reader's
 * patience nor memory without bound. For one thread.
 */
public final class DiagnosticSink {

    /** How many errors, and how many warnings, of one file are kept; one more says that there were more. */
    public static final int LIMIT = 100;

    private final boolean discards;
    private final List<Diagnostic> found = new ArrayList<>();
    private final Map<Severity, Map<SourceFile, Integer>> counts = new EnumMap<>(Severity.class);

    /** Makes a sink that keeps nothing and wants no help, for who only wants to see what would be looked at. */
    public static DiagnosticSink discarding() {
        return new DiagnosticSink(true);
    }

    /** Makes an empty sink. */
    public DiagnosticSink() {
        this(false);
    }

    private DiagnosticSink(boolean discards) {
        this.discards = discards;
    }

    /** Takes a diagnostic, unless its file already has too many of its severity: warnings must not hide errors. */
    public void add(Diagnostic diagnostic) {
        if (discards) {
            return;
        }
        Span span = diagnostic.span();
        int count = counts.computeIfAbsent(diagnostic.severity(), key -> new HashMap<>())
                .merge(span.file(), 1, Integer::sum);
        if (count <= LIMIT) {
            found.add(diagnostic);
        } else if (count == LIMIT + 1) {
            String message =
                    "more than " + LIMIT + " " + diagnostic.severity() + "s in this file; the rest is left out";
            found.add(new Diagnostic(
                    diagnostic.severity(), Code.TOO_MANY_DIAGNOSTICS, message, span, List.of(), Optional.empty()));
        }
    }

    /** Takes a diagnostic of no more than a code, a place and a message. */
    public void add(Code code, Span span, String message) {
        add(Diagnostic.of(code, span, message));
    }

    /**
     * Returns whether an error in a file is worth a search for what its author may have meant: not if it will be left out,
     * nor behind so many others that the searches would take longer than the compiler.
     */
    public boolean wantsHelp(SourceFile file) {
        return !discards && errorsIn(file) < LIMIT && found.size() < 10 * LIMIT;
    }

    /** Returns how many errors a file has, also those that were left out. */
    public int errorsIn(SourceFile file) {
        return counts.getOrDefault(Severity.ERROR, Map.of()).getOrDefault(file, 0);
    }

    /** Returns whether any file has an error. */
    public boolean hasErrors() {
        return counts.containsKey(Severity.ERROR);
    }

    /** Returns what was collected, in order of file name, then place. */
    public List<Diagnostic> sorted() {
        return found.stream().sorted(Diagnostic.ORDER).toList();
    }
}
