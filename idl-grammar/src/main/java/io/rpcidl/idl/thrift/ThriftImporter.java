package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.format.Formatter;
import io.rpcidl.idl.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The importer of Apache Thrift's IDL. Each stage goes over all files, and goes on to the next only if nothing is wrong:
 *
 * <ol>
 *   <li>load ({@link ThriftLoader}): files and what they include become trees. A missing include is a warning.
 *   <li>order ({@link IncludeCycles}): files stand behind those that they include.
 *   <li>name ({@link PackagePlan}, {@link Directory}): packages for files, names for what they define.
 *   <li>check ({@link DefinitionCircles}, {@link MemberNames}, {@link RequiredCircles}): what no contract could say.
 *   <li>write ({@link ContractWriter}): constants, then contracts.
 *   <li>format ({@link Formatter}): contracts in our style.
 * </ol>
 *
 * <p>The result does not depend on the order of the files, on the locale or on line ends. Nothing is written to disk.
 */
public final class ThriftImporter {

    private ThriftImporter() {}

    /**
     * Imports files, with all that they include.
     *
     * @param files at least one file
     * @param includeRoots folders in which included files are looked for that are not beside the file that includes them
     * @return a contract for each file, or diagnostics of which at least one is an error; whatever the files hold, never an
     *     exception
     */
    public static ThriftImport importFiles(List<Path> files, List<Path> includeRoots) {
        DiagnosticSink sink = new DiagnosticSink();
        List<ImportedContract> contracts = run(files, includeRoots, sink);
        return new ThriftImport(contracts, sink.sorted());
    }

    private static List<ImportedContract> run(List<Path> files, List<Path> includeRoots, DiagnosticSink sink) {
        List<SourceUnit> units = ThriftLoader.load(files, includeRoots, sink);
        List<SourceUnit> ordered = IncludeCycles.order(units, sink);
        if (sink.hasErrors()) {
            return List.of();
        }
        Directory directory = new Directory(units, new PackagePlan(units), sink);
        List<Symbol> symbols = units.stream()
                .flatMap(unit -> unit.document().definitions().stream())
                .map(directory::symbol)
                .filter(symbol -> symbol != null)
                .toList();
        Resolver resolver = new Resolver(directory, sink);
        Typedefs typedefs = new Typedefs(resolver);
        new DefinitionCircles(typedefs, resolver, sink).check(symbols);
        MemberNames.check(symbols, sink);
        if (sink.hasErrors()) {
            return List.of();
        }
        Requirements requirements = new Requirements(typedefs);
        RequiredCircles.breakAll(requirements, symbols, sink);
        Model model = new Model(directory, resolver, typedefs, requirements, new Constants());
        List<ContractWriter> writers = new ArrayList<>();
        ordered.forEach(unit -> writers.add(new ContractWriter(unit, model, sink)));
        writers.forEach(ContractWriter::evaluate);
        OutputPaths paths = new OutputPaths(units, directory.plan());
        List<ImportedContract> contracts = new ArrayList<>();
        for (ContractWriter writer : writers) {
            contracts.add(new ImportedContract(paths.of(writer.unit()), writer.write()));
        }
        return sink.hasErrors()
                ? List.of()
                : contracts.stream()
                        .map(ThriftImporter::formatted)
                        .sorted(Comparator.comparing(ImportedContract::path))
                        .toList();
    }

    /** Returns a contract in our style; as it was written, if it goes beyond the limits of a contract. */
    private static ImportedContract formatted(ImportedContract contract) {
        SourceFile file = new SourceFile(contract.path(), contract.text());
        return new ImportedContract(
                contract.path(), Formatter.format(file, new DiagnosticSink()).orElse(contract.text()));
    }
}
