package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.List;
import java.util.Set;

/** Collects what rules find, without what is not asked for or is accepted. For one thread. */
final class Findings {

    private final Level level;
    private final Set<String> allowed;
    private final DiagnosticSink sink = new DiagnosticSink();

    Findings(Level level, Set<String> allowed) {
        this.level = level;
        this.allowed = Set.copyOf(allowed);
    }

    /**
     * Takes a finding, unless it is left out.
     *
     * @param message one sentence without a full stop
     * @param help how to change the contract without breaking anybody, or what to do in which order
     */
    void add(Code code, Place place, String message, String help) {
        if (level.reports(Effect.of(code)) && !allowed.contains(code.id()) && !place.allows(code)) {
            sink.add(place.diagnostic(code, message, help));
        }
    }

    List<Diagnostic> sorted() {
        return sink.sorted();
    }
}
