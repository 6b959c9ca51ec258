package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a rule leaves what it finds; what the contract allows goes no further. */
final class Findings {

    /** How many findings of one rule in one file are kept; hostile contracts must not take memory without bound. */
    static final int LIMIT = 1_000;

    private final Code code;
    private final Allowances allowances;
    private final Map<SourceFile, List<Diagnostic>> found = new HashMap<>();

    Findings(Code code, Allowances allowances) {
        this.code = code;
        this.allowances = allowances;
    }

    /** Reports a finding at the name of something. */
    void report(Noted place, String message, String help) {
        report(place.span(), message, help);
    }

    /** Reports a finding at a place that may be the name of something. */
    void report(Span place, String message, String help) {
        report(Diagnostic.of(code, place, message).withHelp(help));
    }

    /** Reports a finding that was made with this rule's code. */
    void report(Diagnostic finding) {
        if (allowances.cover(finding)) {
            return;
        }
        Span span = finding.span();
        List<Diagnostic> kept = found.computeIfAbsent(span.file(), key -> new ArrayList<>());
        if (kept.size() < LIMIT) {
            kept.add(finding);
        } else if (kept.size() == LIMIT) {
            kept.add(Diagnostic.of(
                    code, span, "more than " + LIMIT + " findings of this rule in this file; the rest is left out"));
        }
    }

    /** Returns whether a finding at a place would be allowed, and takes the allowance as needed; for rules that sum up. */
    boolean isAllowed(Noted place) {
        return allowances.cover(Diagnostic.of(code, place.span(), ""));
    }

    /** Returns what was found, in no promised order. */
    List<Diagnostic> all() {
        return found.values().stream().flatMap(List::stream).toList();
    }

    /** Returns what was allowed and did not happen; complete once all other rules are through. */
    List<Allowances.Entry> unusedAllowances() {
        return allowances.unused();
    }
}
