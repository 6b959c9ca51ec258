package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Gathers the declarations of all files by package. What is declared twice counts where it stands first. */
public final class Declarer {

    private final DiagnosticSink sink;

    /** Makes a declarer that reports to a sink. */
    public Declarer(DiagnosticSink sink) {
        this.sink = sink;
    }

    /**
     * Declares everything in files that are in order of their names.
     *
     * @param incomplete whether some file could not even be read
     */
    public SymbolTable declare(List<SourceUnit> units, boolean incomplete) {
        Map<String, List<SourceUnit>> byPackage = new TreeMap<>();
        boolean missing = incomplete;
        for (SourceUnit unit : units) {
            if (unit.packageName().isPresent()) {
                String name = unit.packageName().get().text();
                byPackage.computeIfAbsent(name, key -> new ArrayList<>()).add(unit);
            } else {
                missing = true;
                reportMissingPackage(unit);
            }
        }
        Map<String, PackageScope> packages = new TreeMap<>();
        byPackage.forEach((name, files) -> {
            packages.put(name, new PackageScope(name, files, symbols(name, files)));
        });
        return new SymbolTable(packages, missing);
    }

    private void reportMissingPackage(SourceUnit unit) {
        if (!unit.damaged()) {
            Span start = unit.items().isEmpty()
                    ? new Span(unit.file(), 0, 0)
                    : unit.items().get(0).span();
            Span point = new Span(start.file(), start.start(), start.start());
            sink.add(Diagnostic.of(Code.PACKAGE_MISSING, point, "the file does not name its package")
                    .withHelp("begin it with a statement such as 'package shop.catalog.v1;'"));
        }
    }

    private Map<String, Symbol> symbols(String packageName, List<SourceUnit> units) {
        Map<String, Symbol> symbols = new HashMap<>();
        for (SourceUnit unit : units) {
            for (Declaration declaration : unit.declarations()) {
                String name = declaration.name().text();
                Symbol symbol = new Symbol(new QualifiedName(packageName, name), declaration);
                Symbol first = symbols.putIfAbsent(name, symbol);
                if (first != null) {
                    sink.add(Diagnostic.of(
                                    Code.DUPLICATE_NAME,
                                    declaration.name().span(),
                                    "'" + name + "' is already declared in package " + packageName)
                            .withRelated(
                                    "first declared here",
                                    first.declaration().name().span()));
                }
            }
        }
        return symbols;
    }
}
