package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.Schema;
import java.util.List;
import java.util.Objects;

/**
 * What a new version of a contract breaks. {@code docs/breaking.md} has the rules.
 *
 * <p>Both schemas are free of errors; nothing that they hold makes this fail. Each finding is placed in the new contract,
 * where the change is or at what encloses it, and has a related place in the old one; only a package that is gone is
 * placed in the old contract. Findings that the new contract allows with {@code @breaking.allow} are left out.
 */
public final class BreakingChanges {

    private BreakingChanges() {}

    /** Returns all that breaks between two versions, in order of file name, then of place. */
    public static List<Diagnostic> between(Schema before, Schema after) {
        return between(before, after, BreakingOptions.DEFAULT);
    }

    /** Returns what breaks between two versions, of what is asked for, in order of file name, then of place. */
    public static List<Diagnostic> between(Schema before, Schema after, BreakingOptions options) {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        Findings findings = new Findings(options.level(), options.allowed());
        new Comparison(before, after, options.libraries(), findings).run();
        return findings.sorted();
    }
}
