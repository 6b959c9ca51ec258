package io.rpcidl.idl.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.format.Formatter;
import io.rpcidl.idl.source.SourceFile;
import java.util.List;
import java.util.Optional;

/** What must hold of everything that the importer returns. */
final class ImportChecks {

    private ImportChecks() {}

    /** The contracts compile without a word, and the formatter leaves them alone. */
    static void contracts(ThriftImport result) {
        List<SourceFile> sources = result.contracts().stream()
                .map(each -> new SourceFile(each.path(), each.text()))
                .toList();
        assertEquals(
                List.of(),
                Compiler.compile(sources).diagnostics(),
                () -> result.contracts().toString());
        sources.forEach(ImportChecks::formatted);
    }

    /** The contracts follow the grammar and are formatted, though what strangers make of it may go beyond the compiler's limits. */
    static void readable(ThriftImport result) {
        result.contracts().forEach(each -> formatted(new SourceFile(each.path(), each.text())));
    }

    private static void formatted(SourceFile file) {
        DiagnosticSink sink = new DiagnosticSink();
        Optional<String> again = Formatter.format(file, sink);
        assertEquals(List.of(), sink.sorted());
        assertEquals(file.text(), again.orElseThrow());
    }
}
