package io.rpcidl.idl.thrift;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The methods that services inherit. */
final class Inherited {

    /** How many parents in a row are looked at; services of people have one or two. */
    private static final int LIMIT = 100;

    private final Resolver resolver;

    Inherited(Resolver resolver) {
        this.resolver = resolver;
    }

    /** Returns the names of the methods of a service and of its parents, as Thrift calls them. */
    Set<String> of(Optional<Symbol> service) {
        Set<String> names = new HashSet<>();
        Set<Symbol> seen = new HashSet<>();
        Optional<Symbol> next = service;
        while (next.isPresent() && seen.size() < LIMIT && seen.add(next.get())) {
            Symbol symbol = next.get();
            next = Optional.empty();
            if (symbol.definition() instanceof Definition.Service it) {
                it.methods().forEach(each -> names.add(each.name().text()));
                next = it.parent().flatMap(name -> resolver.silently(symbol.unit(), name.text()));
            }
        }
        return names;
    }
}
