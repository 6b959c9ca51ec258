package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.SourceUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What one package declares, in all its files.
 *
 * @param units its files, in order of their names
 * @param symbols the first declaration of each name, in order of name
 * @param damaged whether a name that is not there may have been lost in a syntax error
 */
public record PackageScope(String name, List<SourceUnit> units, Map<String, Symbol> symbols, boolean damaged) {

    /** Copies the collections. */
    public PackageScope {
        units = List.copyOf(units);
        symbols = Collections.unmodifiableMap(new TreeMap<>(symbols));
    }

    /** Returns the declaration of a name. */
    public Optional<Symbol> find(String simpleName) {
        return Optional.ofNullable(symbols.get(simpleName));
    }
}
