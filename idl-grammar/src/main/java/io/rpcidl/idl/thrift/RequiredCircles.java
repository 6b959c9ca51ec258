package io.rpcidl.idl.thrift;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The required fields that have to become optional: those that close a circle of structs which require each other. No
 * value of these could ever be built.
 */
final class RequiredCircles {

    private record Step(Symbol symbol, Iterator<ThriftField> rest) {}

    private final Typedefs typedefs;
    private final Set<ThriftField> relaxed = Collections.newSetFromMap(new IdentityHashMap<>());

    RequiredCircles(Typedefs typedefs, List<Symbol> symbols, DiagnosticSink sink) {
        this.typedefs = typedefs;
        Set<Symbol> entered = new HashSet<>();
        Set<Symbol> left = new HashSet<>();
        Deque<Step> path = new ArrayDeque<>();
        for (Symbol start : symbols) {
            if (entered.add(start)) {
                path.push(new Step(start, fields(start)));
            }
            while (!path.isEmpty()) {
                Step step = path.peek();
                if (!step.rest.hasNext()) {
                    left.add(path.pop().symbol);
                    continue;
                }
                ThriftField field = step.rest.next();
                Optional<Symbol> next = required(step.symbol.unit(), field);
                if (next.isPresent() && entered.add(next.get())) {
                    path.push(new Step(next.get(), fields(next.get())));
                } else if (next.isPresent() && !left.contains(next.get())) {
                    relaxed.add(field);
                    String message = "'" + field.name() + "' becomes optional, as '"
                            + next.get().name() + "' would require itself";
                    sink.add(Code.THRIFT_CHANGED, field.name().span(), message);
                }
            }
        }
    }

    /** Returns whether a field becomes optional although it was required. */
    boolean isRelaxed(ThriftField field) {
        return relaxed.contains(field);
    }

    private static Iterator<ThriftField> fields(Symbol symbol) {
        boolean all = symbol.definition() instanceof Definition.Structure structure
                && structure.kind() != Definition.Kind.UNION;
        return all ? ((Definition.Structure) symbol.definition()).fields().iterator() : Collections.emptyIterator();
    }

    private Optional<Symbol> required(SourceUnit unit, ThriftField field) {
        return field.requiredness() == Requiredness.REQUIRED && field.value().isEmpty()
                ? typedefs.link(unit, field.type()).symbol()
                : Optional.empty();
    }
}
