package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Puts files behind those that they include, and reports files that include themselves, as Thrift does. */
final class IncludeCycles {

    private record Step(SourceUnit unit, Iterator<SourceUnit.Include> rest) {}

    private final DiagnosticSink sink;
    private final List<SourceUnit> ordered = new ArrayList<>();
    private final Set<SourceUnit> entered = new HashSet<>();
    private final Set<SourceUnit> left = new HashSet<>();
    private final Deque<Step> path = new ArrayDeque<>();

    private IncludeCycles(DiagnosticSink sink) {
        this.sink = sink;
    }

    static List<SourceUnit> order(List<SourceUnit> units, DiagnosticSink sink) {
        IncludeCycles cycles = new IncludeCycles(sink);
        units.forEach(cycles::walk);
        return cycles.ordered;
    }

    private void walk(SourceUnit start) {
        enter(start);
        while (!path.isEmpty()) {
            Step step = path.peek();
            if (step.rest.hasNext()) {
                follow(step.rest.next());
            } else {
                path.pop();
                left.add(step.unit);
                ordered.add(step.unit);
            }
        }
    }

    private void follow(SourceUnit.Include include) {
        SourceUnit unit = include.unit();
        if (entered.contains(unit) && !left.contains(unit)) {
            String message = "'" + Places.excerpt(include.path().text()) + "' includes this file in turn";
            sink.add(Code.THRIFT_INCLUDE_CYCLE, include.path().span(), message);
        } else {
            enter(unit);
        }
    }

    private void enter(SourceUnit unit) {
        if (entered.add(unit)) {
            path.push(new Step(unit, unit.includes().iterator()));
        }
    }
}
