package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Diagnostic;
import java.util.List;

/**
 * What a run of the importer made.
 *
 * @param contracts one for each file, in order of path; empty if any diagnostic is an error
 * @param diagnostics errors and warnings, in order of file name, then of place
 */
public record ThriftImport(List<ImportedContract> contracts, List<Diagnostic> diagnostics) {

    /** Copies the lists and checks that there are no contracts besides errors. */
    public ThriftImport {
        contracts = List.copyOf(contracts);
        diagnostics = List.copyOf(diagnostics);
        if (!contracts.isEmpty() && diagnostics.stream().anyMatch(Diagnostic::isError)) {
            throw new IllegalArgumentException("contracts and errors exclude each other: " + diagnostics);
        }
    }

    /** Returns whether any diagnostic is an error. */
    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
