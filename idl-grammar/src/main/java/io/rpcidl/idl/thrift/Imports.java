package io.rpcidl.idl.thrift;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one contract calls the declarations of others, and the imports that it takes: by name, or, where that name means
 * something else already, behind an alias of their package.
 */
final class Imports {

    private final Directory directory;
    private final String packageName;
    private final Map<String, Symbol> byName = new HashMap<>();
    private final TreeMap<String, TreeSet<String>> names = new TreeMap<>();
    private final TreeMap<String, String> aliases = new TreeMap<>();

    Imports(Directory directory, String packageName) {
        this.directory = directory;
        this.packageName = packageName;
    }

    /** Returns how a declaration is called in this contract. */
    String reference(Symbol symbol) {
        if (symbol.packageName().equals(packageName)) {
            return symbol.name();
        }
        boolean free = !directory.declares(packageName, symbol.name())
                && !aliases.containsValue(symbol.name())
                && byName.getOrDefault(symbol.name(), symbol) == symbol;
        if (free) {
            byName.put(symbol.name(), symbol);
            names.computeIfAbsent(symbol.packageName(), key -> new TreeSet<>()).add(symbol.name());
            return symbol.name();
        }
        return aliases.computeIfAbsent(symbol.packageName(), this::alias) + "." + symbol.name();
    }

    private String alias(String imported) {
        String last = imported.substring(imported.lastIndexOf('.') + 1);
        String alias = last;
        for (int i = 2; isTaken(alias); i++) {
            alias = last + i;
        }
        return alias;
    }

    private boolean isTaken(String alias) {
        return Names.isBuiltin(alias)
                || directory.declares(packageName, alias)
                || byName.containsKey(alias)
                || aliases.containsValue(alias);
    }

    /** Returns the import statements, each on a line. */
    String statements() {
        StringBuilder out = new StringBuilder();
        names.forEach((name, all) -> out.append("import ")
                .append(name)
                .append(".{")
                .append(String.join(", ", all))
                .append("};\n"));
        aliases.forEach((name, alias) ->
                out.append("import ").append(name).append(" as ").append(alias).append(";\n"));
        return out.toString();
    }
}
