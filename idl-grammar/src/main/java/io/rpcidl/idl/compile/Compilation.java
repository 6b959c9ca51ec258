package io.rpcidl.idl.compile;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.Schema;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run of the compiler found.
 *
 * @param schema there exactly if no diagnostic is an error
 * @param diagnostics errors and warnings, in order of file name, then of place
 */
public record Compilation(Optional<Schema> schema, List<Diagnostic> diagnostics) {

    /** Copies the list and checks that a schema is there exactly if it should be. */
    public Compilation {
        Objects.requireNonNull(schema, "schema");
        diagnostics = List.copyOf(diagnostics);
        if (schema.isPresent() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException("a schema and errors exclude each other: " + diagnostics);
        }
    }

    /** Returns whether any diagnostic is an error. */
    public boolean hasErrors() {
        return schema.isEmpty();
    }
}
