package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Refuses typedefs and services that are made of themselves. Searches in depth with a stack of its own. */
final class DefinitionCircles {

    private record Step(Symbol symbol, Iterator<Symbol> rest) {}

    private final Typedefs typedefs;
    private final Resolver resolver;
    private final DiagnosticSink sink;
    private final Set<Symbol> entered = new HashSet<>();
    private final Set<Symbol> left = new HashSet<>();
    private final Deque<Step> path = new ArrayDeque<>();

    DefinitionCircles(Typedefs typedefs, Resolver resolver, DiagnosticSink sink) {
        this.typedefs = typedefs;
        this.resolver = resolver;
        this.sink = sink;
    }

    void check(List<Symbol> symbols) {
        for (Symbol start : symbols) {
            enter(start);
            while (!path.isEmpty()) {
                Step step = path.peek();
                if (step.rest.hasNext()) {
                    follow(step.symbol, step.rest.next());
                } else {
                    left.add(path.pop().symbol);
                }
            }
        }
    }

    private boolean enter(Symbol symbol) {
        boolean isNew = entered.add(symbol);
        if (isNew) {
            path.push(new Step(symbol, parts(symbol)));
        }
        return isNew;
    }

    private void follow(Symbol from, Symbol next) {
        if (!enter(next) && !left.contains(next)) {
            Word name = from.definition().name();
            sink.add(Diagnostic.of(Code.THRIFT_CIRCLE, name.span(), "'" + name + "' is made of itself")
                    .withRelated("through this one", next.definition().name().span()));
        }
    }

    /** Returns what a typedef or a service is made of; of other definitions nothing, which ends the search. */
    private Iterator<Symbol> parts(Symbol symbol) {
        List<Symbol> found = new ArrayList<>();
        if (symbol.definition() instanceof Definition.Typedef typedef) {
            collect(symbol.unit(), typedef.type(), found);
        } else if (symbol.definition() instanceof Definition.Service service) {
            service.parent()
                    .flatMap(name -> resolver.silently(symbol.unit(), name.text()))
                    .ifPresent(found::add);
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
            typedefs.symbol(unit, type)
                    .filter(each -> each.definition() instanceof Definition.Typedef)
                    .ifPresent(found::add);
        }
    }
}
