package io.rpcidl.idl.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.thrift.ThriftImport;
import io.rpcidl.idl.thrift.ThriftImporter;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/** Contracts of other people's systems, as the importer makes them of the Thrift corpus. */
public final class ImportedCorpus {

    private ImportedCorpus() {}

    /** Returns the contracts by the run that imported them. */
    public static List<List<SourceFile>> sets() {
        return ThriftCorpus.runs().stream().map(ImportedCorpus::imported).toList();
    }

    /** Returns all contracts. */
    public static List<SourceFile> all() {
        return sets().stream().flatMap(Collection::stream).toList();
    }

    private static List<SourceFile> imported(List<Path> files) {
        ThriftImport result = ThriftImporter.importFiles(files, List.of());
        assertEquals(
                List.of(),
                result.diagnostics().stream().filter(Diagnostic::isError).toList());
        return result.contracts().stream()
                .map(each -> new SourceFile(each.path(), each.text()))
                .toList();
    }
}
