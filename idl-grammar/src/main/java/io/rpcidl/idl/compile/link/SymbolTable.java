package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.model.QualifiedName;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All packages of one run. */
public final class SymbolTable {

    private final Map<String, PackageScope> packages;
    private final boolean incomplete;

    /**
     * Makes a table.
     *
     * @param incomplete whether whole packages may be missing, because a file was not read or does not name its package
     */
    SymbolTable(Map<String, PackageScope> packages, boolean incomplete) {
        this.packages = Collections.unmodifiableMap(new TreeMap<>(packages));
        this.incomplete = incomplete;
    }

    /** Returns the packages by their names, in order of name. */
    public Map<String, PackageScope> packages() {
        return packages;
    }

    /** Returns the package of a name. */
    public Optional<PackageScope> find(String packageName) {
        return Optional.ofNullable(packages.get(packageName));
    }

    /** Returns the declaration of a full name. */
    public Optional<Symbol> find(QualifiedName name) {
        return find(name.packageName()).flatMap(scope -> scope.find(name.simpleName()));
    }

    /** Returns whether nothing should be said of a package that is not there. */
    public boolean incomplete() {
        return incomplete;
    }
}
