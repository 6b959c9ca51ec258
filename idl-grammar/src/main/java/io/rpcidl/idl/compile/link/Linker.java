package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.AliasDeclaration;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds what every name of every file means: imports, then aliases, types, errors and parents, then constants, then
 * defaults, then examples. Each goes over all files before the next one begins.
 */
public final class Linker {

    private final SymbolTable table;
    private final DiagnosticSink sink;
    private final ImportLinker imports;
    private final Links links = new Links();
    private final List<FileLinker> files = new ArrayList<>();

    /** Makes a linker for the declarations of a table. */
    public Linker(SymbolTable table, DiagnosticSink sink) {
        this.table = table;
        this.sink = sink;
        this.imports = new ImportLinker(table, sink);
    }

    /** Links all files; declarations with syntax errors are left out, as half of what they say would be noise. */
    public LinkedContract link(List<SourceUnit> units) {
        List<SourceUnit> linkable = units.stream()
                .filter(unit -> unit.packageName().isPresent())
                .map(SourceUnit::whole)
                .toList();
        linkable.forEach(this::linkImports);
        linkAliases();
        files.forEach(FileLinker::linkTypes);
        new NewtypeLinker(table, links, sink).link(declarations(NewtypeDeclaration.class));
        new ConstantLinker(links, sink).link(files);
        files.forEach(FileLinker::linkDefaults);
        files.forEach(FileLinker::linkExamples);
        return new LinkedContract(linkable, table, links);
    }

    /** Warns of imports that nothing needed; to be called last, as a file with errors may need them after all. */
    public void reportUnusedImports() {
        files.stream()
                .filter(each -> sink.errorsIn(each.unit().file()) == 0)
                .forEach(each -> imports.reportUnused(each.unit(), each.scope()));
    }

    private void linkImports(SourceUnit unit) {
        PackageScope own = table.packages().get(unit.packageName().orElseThrow().text());
        FileScope scope = imports.link(unit, own);
        files.add(new FileLinker(unit, scope, table, links, sink));
    }

    private void linkAliases() {
        AliasLinker aliases = new AliasLinker(links, sink);
        for (FileLinker file : files) {
            file.declarations(AliasDeclaration.class).forEach(alias -> aliases.add(alias, file.scope(), file.types()));
        }
        aliases.link(declarations(AliasDeclaration.class));
    }

    private <D extends Declaration> List<D> declarations(Class<D> kind) {
        return files.stream().flatMap(file -> file.declarations(kind)).toList();
    }
}
