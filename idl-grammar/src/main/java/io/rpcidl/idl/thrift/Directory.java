package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All definitions of a run by what the files and the contracts call them. Thrift keeps the names of constants apart from
 * those of types; a contract has one scope for a package, in which types go before constants.
 */
final class Directory {

    private final PackagePlan plan;
    private final DiagnosticSink sink;
    private final Map<SourceUnit, Map<String, Symbol>> types = new HashMap<>();
    private final Map<SourceUnit, Map<String, Symbol>> constants = new HashMap<>();
    private final Map<Definition, Symbol> symbols = new IdentityHashMap<>();
    private final Map<String, Map<String, Symbol>> packages = new TreeMap<>();

    Directory(List<SourceUnit> units, PackagePlan plan, DiagnosticSink sink) {
        this.plan = plan;
        this.sink = sink;
        Map<String, List<SourceUnit>> byPackage = new TreeMap<>();
        for (SourceUnit unit : units) {
            types.put(unit, new HashMap<>());
            constants.put(unit, new HashMap<>());
            byPackage.computeIfAbsent(plan.name(unit), key -> new ArrayList<>()).add(unit);
        }
        byPackage.forEach((name, members) -> {
            Names names = new Names();
            declare(members, names, false);
            declare(members, names, true);
        });
    }

    PackagePlan plan() {
        return plan;
    }

    Symbol symbol(Definition definition) {
        return symbols.get(definition);
    }

    /** Returns whether a package declares a name. */
    boolean declares(String packageName, String name) {
        return packages.getOrDefault(packageName, Map.of()).containsKey(name);
    }

    Map<String, Symbol> types(SourceUnit unit) {
        return types.get(unit);
    }

    Map<String, Symbol> constants(SourceUnit unit) {
        return constants.get(unit);
    }

    private void declare(List<SourceUnit> units, Names names, boolean areConstants) {
        Map<String, Definition> firsts = new LinkedHashMap<>();
        Map<Definition, SourceUnit> owners = new IdentityHashMap<>();
        for (SourceUnit unit : units) {
            for (Definition each : unit.document().definitions()) {
                if (areConstants == each instanceof Definition.Constant) {
                    owners.put(each, unit);
                    Definition first = firsts.putIfAbsent(each.name().text(), each);
                    if (first != null) {
                        reportTwice(each.name(), first.name());
                    }
                }
            }
        }
        Map<String, String> chosen = names.choose(firsts.keySet(), true);
        firsts.forEach((original, each) -> add(owners.get(each), each, chosen.get(original)));
    }

    private void add(SourceUnit unit, Definition definition, String name) {
        Symbol symbol = new Symbol(unit, definition, plan.name(unit), name);
        symbols.put(definition, symbol);
        (symbol.isConstant() ? constants : types)
                .get(unit)
                .put(definition.name().text(), symbol);
        packages.computeIfAbsent(plan.name(unit), key -> new HashMap<>()).put(name, symbol);
        if (!name.equals(definition.name().text())) {
            String message =
                    "'" + definition.name() + "' becomes '" + name + "', as the package has no place for its name";
            sink.add(Code.THRIFT_RENAMED, definition.name().span(), message);
        }
    }

    private void reportTwice(Word second, Word first) {
        boolean oneFile = second.span().file() == first.span().file();
        Diagnostic diagnostic = Diagnostic.of(
                        Code.THRIFT_CLASH, second.span(), "'" + second + "' is already defined in this package")
                .withRelated("first defined here", first.span());
        sink.add(oneFile ? diagnostic : diagnostic.withHelp("namespaces of their own keep two files apart"));
    }
}
