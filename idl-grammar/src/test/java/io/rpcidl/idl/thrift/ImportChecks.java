package io.rpcidl.idl.thrift;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.parser.IdlParser;
import io.rpcidl.idl.source.SourceFile;
import java.util.List;

/** What must hold of everything that the importer returns. */
final class ImportChecks {

    private ImportChecks() {}

    /** The contracts can be read by the compiler. */
    static void contracts(ThriftImport result) {
        for (ImportedContract each : result.contracts()) {
            DiagnosticSink sink = new DiagnosticSink();
            IdlParser.parse(new SourceFile(each.path(), each.text()), sink);
            assertEquals(List.of(), sink.sorted(), each::text);
        }
    }
}
