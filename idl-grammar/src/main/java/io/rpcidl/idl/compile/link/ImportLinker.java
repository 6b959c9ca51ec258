package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Import;
import io.rpcidl.idl.ast.Name;
import io.rpcidl.idl.ast.Node;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.diagnostic.Suggestion;
import io.rpcidl.idl.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes the scope of a file from its imports. Packages may import each other in a circle: nothing depends on order. */
final class ImportLinker {

    private final SymbolTable table;
    private final DiagnosticSink sink;

    ImportLinker(SymbolTable table, DiagnosticSink sink) {
        this.table = table;
        this.sink = sink;
    }

    FileScope link(SourceUnit unit, PackageScope own) {
        FileScope scope = new FileScope(own);
        Map<String, Span> taken = new HashMap<>();
        for (Import each : unit.imports()) {
            Optional<PackageScope> target = target(each);
            each.alias().filter(alias -> isFree(alias, own, taken)).ifPresent(alias -> linkAlias(alias, target, scope));
            for (Name name : each.names()) {
                if (isFree(name, own, taken)) {
                    linkName(name, target, scope);
                }
            }
        }
        return scope;
    }

    private Optional<PackageScope> target(Import each) {
        String name = each.packageName().text();
        Optional<PackageScope> target = table.find(name);
        if (target.isEmpty() && !table.incomplete()) {
            String message = "there is no package " + name + " among the sources";
            sink.add(Diagnostic.of(Code.UNKNOWN_PACKAGE, each.packageName().span(), message)
                    .withHelp(near(each.packageName(), table.packages().keySet())));
        }
        return target;
    }

    /** An imported name must mean one thing in the file, and not hide what its own package declares. */
    private boolean isFree(Name name, PackageScope own, Map<String, Span> taken) {
        Span first = taken.putIfAbsent(name.text(), name.span());
        Optional<Span> clash = Optional.ofNullable(first)
                .or(() -> own.find(name.text())
                        .map(symbol -> symbol.declaration().name().span()));
        clash.ifPresent(span -> sink.add(Diagnostic.of(
                        Code.IMPORT_CLASH, name.span(), "'" + name + "' already means something else in this file")
                .withRelated(first == null ? "declared here" : "first imported here", span)
                .withHelp("give the package an alias: import ... as ...;")));
        return clash.isEmpty();
    }

    private void linkAlias(Name alias, Optional<PackageScope> target, FileScope scope) {
        target.ifPresentOrElse(found -> scope.addAlias(alias.text(), found), () -> scope.addLost(alias.text()));
    }

    private void linkName(Name name, Optional<PackageScope> target, FileScope scope) {
        Optional<Symbol> symbol = target.flatMap(found -> found.find(name.text()));
        symbol.ifPresentOrElse(found -> scope.addName(name.text(), found), () -> scope.addLost(name.text()));
        if (symbol.isEmpty() && target.isPresent() && !target.get().mayDeclare(name.text())) {
            PackageScope from = target.get();
            String message = "package " + from.name() + " declares no '" + name + "'";
            sink.add(Diagnostic.of(Code.UNKNOWN_IMPORT, name.span(), message)
                    .withHelp(near(name, from.symbols().keySet())));
        }
    }

    private Optional<String> near(Node name, Set<String> candidates) {
        return sink.wantsHelp(name.span().file()) ? Suggestion.among(candidates, name.toString()) : Optional.empty();
    }

    /** Warns of imports that nothing needs; to be asked when all names of the file are linked. */
    void reportUnused(SourceUnit unit, FileScope scope) {
        for (Import each : unit.imports()) {
            each.alias()
                    .filter(alias -> !scope.isUsed(alias.text()))
                    .ifPresent(alias -> warn(alias, "the alias '" + alias + "' is not used"));
            each.names().stream()
                    .filter(name -> !scope.isUsed(name.text()))
                    .forEach(name -> warn(name, "the import '" + name + "' is not used"));
        }
    }

    private void warn(Name name, String message) {
        sink.add(Code.UNUSED_IMPORT, name.span(), message);
    }
}
