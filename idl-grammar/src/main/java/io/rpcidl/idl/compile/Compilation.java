package io.rpcidl.idl.compile;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run of the compiler found.
 *
 * @param schema there exactly if no diagnostic is an error
 * @param own the names of the packages that stand in the roots; the others of the schema come from libraries
 * @param files the files of the roots
 * @param diagnostics errors and warnings, in order of file name, then of place
 */
public record Compilation(
        Optional<Schema> schema, Set<String> own, Set<SourceFile> files, List<Diagnostic> diagnostics) {

    /** Copies the list and checks that a schema is there exactly if it should be. */
    public Compilation {
        Objects.requireNonNull(schema, "schema");
        own = Set.copyOf(own);
        files = Set.copyOf(files);
        diagnostics = List.copyOf(diagnostics);
        if (schema.isPresent() == diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException("a schema and errors exclude each other: " + diagnostics);
        }
    }

    /** Returns whether any diagnostic is an error. */
    public boolean hasErrors() {
        return schema.isEmpty();
    }

    /** Returns whether a file stands in the roots, not in a library. */
    public boolean isOwn(SourceFile file) {
        return files.contains(file);
    }

    /** Returns the packages that stand in the roots, in order of name; none if there are errors. */
    public List<ContractPackage> packages() {
        return schema.stream()
                .flatMap(all -> all.packages().stream())
                .filter(each -> own.contains(each.name()))
                .toList();
    }

    /** Returns the names of the packages that come from libraries; none if there are errors. */
    public Set<String> libraries() {
        return schema.stream()
                .flatMap(all -> all.packages().stream())
                .map(ContractPackage::name)
                .filter(each -> !own.contains(each))
                .collect(Collectors.toUnmodifiableSet());
    }
}
