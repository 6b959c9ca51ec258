package io.rpcidl.idl.compile.link;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.DottedName;
import io.rpcidl.idl.ast.Name;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What names mean in one file: those of its own package, and what it imports. Remembers which imports were used. */
final class FileScope {

    private final PackageScope own;
    private final Map<String, Symbol> names = new TreeMap<>();
    private final Map<String, PackageScope> aliases = new HashMap<>();
    private final Set<String> lost = new HashSet<>();
    private final Set<String> used = new HashSet<>();

    FileScope(PackageScope own) {
        this.own = own;
    }

    PackageScope own() {
        return own;
    }

    void addName(String name, Symbol symbol) {
        names.put(name, symbol);
    }

    void addAlias(String alias, PackageScope target) {
        aliases.put(alias, target);
    }

    /** Notes an import that failed: nothing more is said of its name. */
    void addLost(String name) {
        lost.add(name);
    }

    /** Returns whether an imported name or an alias is needed. */
    boolean isUsed(String name) {
        return used.contains(name);
    }

    Optional<Symbol> find(DottedName name) {
        return find(name.parts());
    }

    /** Returns what one or two words mean: a name, or a name behind an alias. */
    Optional<Symbol> find(List<Name> parts) {
        String first = parts.get(0).text();
        if (parts.size() == 1) {
            Optional<Symbol> declared = own.find(first);
            return declared.isPresent() ? declared : imported(first);
        }
        PackageScope target = aliases.get(first);
        if (parts.size() != 2 || target == null) {
            return Optional.empty();
        }
        used.add(first);
        return target.find(parts.get(1).text());
    }

    private Optional<Symbol> imported(String name) {
        used.add(name);
        return Optional.ofNullable(names.get(name));
    }

    /** Returns whether a name that is not found was probably lost in another mistake. */
    boolean isLost(List<Name> parts) {
        String first = parts.get(0).text();
        PackageScope target = parts.size() == 1 ? own : aliases.get(first);
        String last = parts.get(parts.size() - 1).text();
        return lost.contains(first) || own.mayDeclare(first) || (target != null && target.mayDeclare(last));
    }

    /** Returns the names of one kind that could stand where these words stand. */
    Stream<String> candidates(List<Name> parts, Predicate<Declaration> kind) {
        return candidates(parts).filter(name -> isKind(name, parts, kind));
    }

    private boolean isKind(String name, List<Name> parts, Predicate<Declaration> kind) {
        PackageScope target = parts.size() == 1 ? own : aliases.get(parts.get(0).text());
        Symbol imported = parts.size() == 1 ? names.get(name) : null;
        String last = name.substring(name.lastIndexOf('.') + 1);
        return Optional.ofNullable(imported)
                .or(() -> Optional.ofNullable(target).flatMap(each -> each.find(last)))
                .filter(symbol -> kind.test(symbol.declaration()))
                .isPresent();
    }

    /** Returns the names that could stand where these words stand, in an order that is the same in every run. */
    Stream<String> candidates(List<Name> parts) {
        PackageScope target =
                parts.size() == 1 ? null : aliases.get(parts.get(0).text());
        return target == null
                ? Stream.concat(names.keySet().stream(), own.symbols().keySet().stream())
                : target.symbols().keySet().stream().map(name -> parts.get(0) + "." + name);
    }
}
