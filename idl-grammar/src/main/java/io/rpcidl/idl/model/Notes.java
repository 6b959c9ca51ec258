package io.rpcidl.idl.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a contract says about a declaration or a member, for readers and tools; nothing of it changes the wire.
 *
 * @param doc the text of its doc comment, empty if it has none
 * @param deprecated the reason of {@code @deprecated}, if it is there; it may be empty
 * @param examples the values of {@code @example}, checked against the type; only types have them
 * @param allowances the findings of lint and of the breaking-change check that are accepted here
 */
public record Notes(String doc, Optional<String> deprecated, List<Value> examples, List<Allowance> allowances) {

    /** No doc comment and no annotation. */
    public static final Notes NONE = new Notes("", Optional.empty(), List.of(), List.of());

    /** Copies the lists. */
    public Notes {
        Objects.requireNonNull(doc, "doc");
        Objects.requireNonNull(deprecated, "deprecated");
        examples = List.copyOf(examples);
        allowances = List.copyOf(allowances);
    }

    /** Returns notes of nothing but a doc comment. */
    public static Notes of(String doc) {
        return new Notes(doc, Optional.empty(), List.of(), List.of());
    }

    /** Returns whether the author accepts a finding of this code here. */
    public boolean allows(String code) {
        return allowances.stream().anyMatch(each -> each.code().equals(code));
    }
}
