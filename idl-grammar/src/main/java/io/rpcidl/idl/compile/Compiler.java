package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.compile.link.Declarer;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.Linker;
import io.rpcidl.idl.compile.link.SymbolTable;
import io.rpcidl.idl.compile.rule.Rules;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.parser.IdlParser;
import io.rpcidl.idl.source.SourceFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The compiler: from files to a schema. Each stage goes over all files before the next one begins:
 *
 * <ol>
 *   <li>load ({@link Loader}): bytes to text. A file that cannot be read is left out.
 *   <li>parse ({@link IdlParser}): text to trees. A declaration with a syntax error is known to others, but it is not looked
 *       into any more, and nothing is said of names that may have been lost in it; all else goes on as ever.
 *       Of libraries ({@link Libraries}) only what is imported goes on.
 *   <li>declare ({@link Declarer}): trees to a table of all names.
 *   <li>link ({@link Linker}): what names, types and defaults mean.
 *   <li>rules ({@link Rules}): what else must hold, of everything that was linked.
 *   <li>assemble ({@link Assembler}): the schema, if there was no error.
 * </ol>
 *
 * <p>The result does not depend on the order of the files, on the locale or on line ends. Whatever the files hold, the
 * answer is a {@link Compilation}, never an exception.
 */
public final class Compiler {

    private Compiler() {}

    /** Compiles all sources together. */
    public static Compilation compile(List<SourceFile> sources) {
        return compile(new Loader.Result(sources, List.of(), List.of()));
    }

    /**
     * Loads and compiles all contracts below some roots, each a folder, a file or a jar.
     *
     * @see Loader#load(List)
     */
    public static Compilation compileRoots(List<Path> roots) {
        return compile(Loader.load(roots));
    }

    /**
     * Loads and compiles all contracts below some roots, and those packages of libraries that they import, directly or
     * through others. A library that is not needed may be as broken as it likes.
     *
     * @see Loader#load(List, List)
     */
    public static Compilation compileRoots(List<Path> roots, List<Path> libraries) {
        return compile(Loader.load(roots, libraries));
    }

    /** Compiles what was loaded. */
    public static Compilation compile(Loader.Result loaded) {
        return compile(loaded, missing -> new Loader.Result(List.of(), List.of(), List.of()));
    }

    /**
     * Compiles what was loaded, and what is looked for only if something is missing.
     *
     * @param elsewhere gives further libraries for the names of packages that are imported and are in none of those that were loaded;
     *     called once, or not at all
     */
    public static Compilation compile(Loader.Result loaded, Function<Set<String>, Loader.Result> elsewhere) {
        DiagnosticSink sink = new DiagnosticSink();
        loaded.diagnostics().forEach(sink::add);
        boolean incomplete = sink.hasErrors();
        List<SourceUnit> own = loaded.sources().stream()
                .sorted(Comparator.comparing(SourceFile::name))
                .map(file -> IdlParser.parse(file, sink))
                .toList();
        List<SourceUnit> units = new ArrayList<>(own);
        Libraries libraries = new Libraries(loaded.libraries(), elsewhere, sink);
        units.addAll(libraries.neededBy(own));
        SymbolTable table = new Declarer(sink).declare(units, incomplete || libraries.isIncomplete());
        Linker linker = new Linker(table, sink);
        LinkedContract contract = linker.link(units);
        Rules.check(contract, sink);
        linker.reportUnusedImports();
        Optional<Schema> schema = sink.hasErrors() ? Optional.empty() : Optional.of(new Assembler(contract).assemble());
        Set<String> packages = own.stream()
                .flatMap(unit -> unit.packageName().stream())
                .map(DottedName::text)
                .collect(Collectors.toSet());
        return new Compilation(schema, packages, Set.copyOf(loaded.sources()), sink.sorted());
    }
}
