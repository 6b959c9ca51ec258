package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Declaration;
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
 */
public record PackageScope(String name, List<SourceUnit> units, Map<String, Symbol> symbols) {

    /** Copies the collections. */
    public PackageScope {
        units = List.copyOf(units);
        symbols = Collections.unmodifiableMap(new TreeMap<>(symbols));
    }

    /** Returns the declaration of a name. */
    public Optional<Symbol> find(String simpleName) {
        return Optional.ofNullable(symbols.get(simpleName));
    }

    /** Returns whether a file has a syntax error. */
    public boolean damaged() {
        return units.stream().anyMatch(SourceUnit::damaged);
    }

    /** Returns whether a name that is not there may have been lost in a syntax error. */
    boolean mayDeclare(String simpleName) {
        return units.stream().anyMatch(unit -> unit.mayDeclare(simpleName));
    }

    /** Returns whether a declaration of the package has no syntax error, so that nothing is missing in it. */
    boolean isWhole(Declaration declaration) {
        return units.stream()
                .filter(unit -> unit.file() == declaration.span().file())
                .allMatch(unit -> unit.isWhole(declaration));
    }
}
