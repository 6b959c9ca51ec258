package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.SourceUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one package declares, in all its files.
 *
 * @param units its files, in order of their names
 * @param symbols the first declaration of each name
 */
public record PackageScope(String name, List<SourceUnit> units, Map<String, Symbol> symbols) {

    /** Copies the collections. */
    public PackageScope {
        units = List.copyOf(units);
        symbols = Map.copyOf(symbols);
    }

    /** Returns the declaration of a name. */
    public Optional<Symbol> find(String simpleName) {
        return Optional.ofNullable(symbols.get(simpleName));
    }

    /** Returns whether a name that is not there may have been lost in a syntax error. */
    public boolean damaged() {
        return units.stream().anyMatch(SourceUnit::damaged);
    }
}
