package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * Breaks circles of types that require each other, as no value of them could ever be built: one field of each circle
 * becomes optional, or, where a circle has only unions, one of these becomes a struct.
 */
final class RequiredCircles {

    /** After so many searches, each of which breaks circles, the rest is broken without care. */
    private static final int SEARCHES = 10;

    private static final class Step {
        private final Symbol symbol;
        private final Iterator<Requirements.Requirement> rest;
        private Requirements.Requirement followed;

        Step(Symbol symbol, Iterator<Requirements.Requirement> rest) {
            this.symbol = symbol;
            this.rest = rest;
        }
    }

    private final Requirements requirements;
    private final DiagnosticSink sink;
    private final List<Step> path = new ArrayList<>();
    private final Set<Symbol> entered = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Symbol> left = Collections.newSetFromMap(new IdentityHashMap<>());

    private RequiredCircles(Requirements requirements, DiagnosticSink sink) {
        this.requirements = requirements;
        this.sink = sink;
    }

    /** Changes the requirements so that values of all types can be built. */
    static void breakAll(Requirements requirements, List<Symbol> symbols, DiagnosticSink sink) {
        List<Symbol> unbuildable = requirements.unbuildable(symbols);
        for (int i = 0; !unbuildable.isEmpty(); i++) {
            RequiredCircles search = new RequiredCircles(requirements, sink);
            Set<Symbol> among = new HashSet<>(unbuildable);
            if (i < SEARCHES) {
                unbuildable.forEach(start -> search.walk(start, among));
            } else {
                unbuildable.forEach(each -> requirements.of(each).forEach(one -> search.change(each, one)));
            }
            unbuildable = requirements.unbuildable(symbols);
        }
    }

    private void walk(Symbol start, Set<Symbol> among) {
        enter(start, among);
        while (!path.isEmpty()) {
            Step step = path.get(path.size() - 1);
            if (!step.rest.hasNext()) {
                left.add(step.symbol);
                path.remove(path.size() - 1);
                continue;
            }
            step.followed = step.rest.next();
            Symbol next = step.followed.type();
            if (entered.contains(next) && !left.contains(next)) {
                breakOne(next);
            }
            enter(next, among);
        }
    }

    private void enter(Symbol symbol, Set<Symbol> among) {
        if (entered.add(symbol)) {
            // Of a union one member stands for all.
            Iterator<Requirements.Requirement> followed = requirements.of(symbol).stream()
                    .filter(each -> among.contains(each.type()))
                    .limit(Requirements.isUnion(symbol) ? 1 : Long.MAX_VALUE)
                    .iterator();
            path.add(new Step(symbol, followed));
        }
    }

    /** Breaks the circle from a type to the end of the path: at its last struct, else at its last union. */
    private void breakOne(Symbol first) {
        int at = path.size() - 1;
        while (Requirements.isUnion(path.get(at).symbol) && path.get(at).symbol != first) {
            at--;
        }
        boolean unions = Requirements.isUnion(path.get(at).symbol);
        Step step = path.get(unions ? path.size() - 1 : at);
        change(step.symbol, step.followed);
    }

    private void change(Symbol symbol, Requirements.Requirement requirement) {
        Word name = Requirements.isUnion(symbol)
                ? symbol.definition().name()
                : requirement.field().name();
        if (Requirements.isUnion(symbol)) {
            requirements.loosen(symbol);
        } else {
            requirements.relax(requirement.field());
        }
        String change = Requirements.isUnion(symbol) ? "a struct" : "optional";
        String message = "'" + name + "' becomes " + change + ", as '"
                + requirement.type().name() + "' would require itself";
        sink.add(Code.THRIFT_CHANGED, name.span(), message);
    }
}
