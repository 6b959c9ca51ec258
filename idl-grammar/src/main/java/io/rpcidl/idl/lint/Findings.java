package io.rpcidl.idl.lint;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.Noted;
import io.rpcidl.idl.source.Span;
import java.util.List;

/** Where a rule leaves what it finds; what the contract allows goes no further. */
final class Findings {

    private final Code code;
    private final Allowances allowances;
    private final List<Diagnostic> found;

    Findings(Code code, Allowances allowances, List<Diagnostic> found) {
        this.code = code;
        this.allowances = allowances;
        this.found = found;
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
        if (!allowances.cover(finding)) {
            found.add(finding);
        }
    }

    /** Returns whether a finding at a place would be allowed, and takes the allowance as needed; for rules that sum up. */
    boolean isAllowed(Noted place) {
        return allowances.cover(Diagnostic.of(code, place.span(), ""));
    }

    /** Returns what was allowed and did not happen; complete once all other rules are through. */
    List<Allowances.Entry> unusedAllowances() {
        return allowances.unused();
    }
}
