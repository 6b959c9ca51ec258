package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

    private record Step(Symbol symbol, Iterator<Symbol> rest) {}

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

    private Optional<Symbol> symbol(SourceUnit unit, ThriftType type) {
        return type instanceof ThriftType.Named named
                ? resolver.silently(unit, named.name().text())
                : Optional.empty();
    }

    /** Reports typedefs that need themselves. */
    void refuseCircles(List<Symbol> symbols, DiagnosticSink sink) {
        Set<Symbol> entered = new HashSet<>();
        Set<Symbol> left = new HashSet<>();
        Deque<Step> path = new ArrayDeque<>();
        for (Symbol start : symbols) {
            if (entered.add(start)) {
                path.push(new Step(start, needed(start)));
            }
            while (!path.isEmpty()) {
                Step step = path.peek();
                if (!step.rest.hasNext()) {
                    left.add(path.pop().symbol);
                    continue;
                }
                Symbol next = step.rest.next();
                if (entered.add(next)) {
                    path.push(new Step(next, needed(next)));
                } else if (!left.contains(next)) {
                    Word name = step.symbol.definition().name();
                    sink.add(Diagnostic.of(
                                    Code.THRIFT_TYPEDEF_CIRCLE,
                                    name.span(),
                                    "the typedef '" + name + "' is made of itself")
                            .withRelated(
                                    "through this one", next.definition().name().span()));
                }
            }
        }
    }

    /** Returns the typedefs that a typedef is made of; of other definitions nothing, which ends the walk. */
    private Iterator<Symbol> needed(Symbol symbol) {
        List<Symbol> found = new ArrayList<>();
        if (symbol.definition() instanceof Definition.Typedef typedef) {
            collect(symbol.unit(), typedef.type(), found);
        }
        return found.iterator();
    }

    private void collect(SourceUnit unit, ThriftType type, List<Symbol> found) {
        if (type instanceof ThriftType.ListOf list) {
            collect(unit, list.element(), found);
        } else if (type instanceof ThriftType.SetOf set) {
            collect(unit, set.element(), found);
        } else if (type instanceof ThriftType.MapOf map) {
            collect(unit, map.key(), found);
            collect(unit, map.value(), found);
        } else {
            symbol(unit, type)
                    .filter(each -> each.definition() instanceof Definition.Typedef)
                    .ifPresent(found::add);
        }
    }
}
