package io.rpcidl.idl.revision;

import io.rpcidl.idl.compat.BreakingChanges;
import io.rpcidl.idl.compat.BreakingOptions;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.diagnostic.Diagnostic;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** An old version of contracts and a new one, both compiled, with or without success. */
public record VersionPair(Compilation before, Compilation after) {

    /** Checks that neither is null. */
    public VersionPair {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
    }

    /** Returns what keeps them from being compared: the errors of both. */
    public List<Diagnostic> errors() {
        return Stream.of(before, after)
                .flatMap(each -> each.diagnostics().stream())
                .filter(Diagnostic::isError)
                .toList();
    }

    /**
     * Returns what the new version breaks, if neither has errors. What others have declared, in libraries of the old version, is
     * theirs to check, whatever the options name as such.
     */
    public List<Diagnostic> changes(BreakingOptions options) {
        return BreakingChanges.between(
                before.schema().orElseThrow(), after.schema().orElseThrow(), options.withLibraries(before.libraries()));
    }
}
