package io.rpcidl.idl.thrift;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What types are behind the names that typedefs give them. */
final class Typedefs {

    /**
     * A type that is no typedef.
     *
     * @param unit the file whose names its parts are
     * @param symbol what a name means; empty for other types, and for a name that means nothing
     */
    record Linked(SourceUnit unit, ThriftType type, Optional<Symbol> symbol) {

        /** Returns whether it is a definition of a kind. */
        boolean is(Class<? extends Definition> kind) {
            return symbol.filter(each -> kind.isInstance(each.definition())).isPresent();
        }

        /** Returns the struct, union or exception that it is. */
        Optional<Definition.Structure> structure() {
            return symbol.map(Symbol::definition)
                    .filter(Definition.Structure.class::isInstance)
                    .map(Definition.Structure.class::cast);
        }
    }

    private final Resolver resolver;
    private final Map<Symbol, Linked> known = new HashMap<>();

    Typedefs(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Returns what a type is; there must be no typedefs in a circle. */
    Linked link(SourceUnit unit, ThriftType type) {
        SourceUnit place = unit;
        ThriftType target = type;
        List<Symbol> passed = new ArrayList<>();
        Linked found = null;
        while (found == null) {
            Optional<Symbol> symbol = symbol(place, target);
            if (symbol.isPresent() && symbol.get().definition() instanceof Definition.Typedef typedef) {
                found = known.get(symbol.get());
                passed.add(symbol.get());
                place = symbol.get().unit();
                target = typedef.type();
            } else {
                found = new Linked(place, target, symbol);
            }
        }
        for (Symbol each : passed) {
            known.put(each, found);
        }
        return found;
    }

    /** Returns what a name means; nothing for other types, and for a name that means nothing. */
    Optional<Symbol> symbol(SourceUnit unit, ThriftType type) {
        return type instanceof ThriftType.Named named
                ? resolver.silently(unit, named.name().text())
                : Optional.empty();
    }
}
