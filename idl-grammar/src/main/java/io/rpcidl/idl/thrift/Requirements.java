package io.rpcidl.idl.thrift;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which structs, unions and exceptions need which others before a value of them can be built. */
final class Requirements {

    /** A field whose type is needed. */
    record Requirement(ThriftField field, Symbol type) {}

    private final Typedefs typedefs;
    private final Set<ThriftField> relaxed = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<Symbol> loosened = Collections.newSetFromMap(new IdentityHashMap<>());

    Requirements(Typedefs typedefs) {
        this.typedefs = typedefs;
    }

    /** Makes a field optional. */
    void relax(ThriftField field) {
        relaxed.add(field);
    }

    /** Makes a union a struct of optional fields. */
    void loosen(Symbol union) {
        loosened.add(union);
        relaxed.addAll(((Definition.Structure) union.definition()).fields());
    }

    boolean isRelaxed(ThriftField field) {
        return relaxed.contains(field);
    }

    boolean isLoosened(Symbol union) {
        return loosened.contains(union);
    }

    static boolean isUnion(Symbol symbol) {
        return symbol.definition() instanceof Definition.Structure structure
                && structure.kind() == Definition.Kind.UNION;
    }

    /** Returns what a type needs: all of it, or of a union one. */
    List<Requirement> of(Symbol symbol) {
        if (!(symbol.definition() instanceof Definition.Structure structure) || isLoosened(symbol)) {
            return List.of();
        }
        Stream<ThriftField> fields = isUnion(symbol) ? structure.fields().stream() : symbol.required().stream();
        return fields.filter(each -> !isRelaxed(each))
                .flatMap(each -> required(symbol, each).stream())
                .toList();
    }

    private Optional<Requirement> required(Symbol symbol, ThriftField field) {
        return typedefs.link(symbol.unit(), field.type())
                .symbol()
                .filter(each -> each.definition() instanceof Definition.Structure)
                .map(each -> new Requirement(field, each));
    }

    /** Returns the types that no value can be built of, in order; starts with those that need nothing. */
    List<Symbol> unbuildable(List<Symbol> symbols) {
        Map<Symbol, Integer> missing = new HashMap<>();
        Map<Symbol, List<Symbol>> dependents = new HashMap<>();
        Deque<Symbol> found = new ArrayDeque<>();
        for (Symbol each : symbols) {
            List<Requirement> needed = of(each);
            boolean ends = isUnion(each)
                    && needed.size()
                            < ((Definition.Structure) each.definition())
                                    .fields()
                                    .size();
            int count = ends ? 0 : isUnion(each) ? Math.min(1, needed.size()) : needed.size();
            missing.put(each, count);
            if (count == 0) {
                found.add(each);
            }
            needed.forEach(one -> dependents
                    .computeIfAbsent(one.type(), key -> new ArrayList<>())
                    .add(each));
        }
        while (!found.isEmpty()) {
            for (Symbol each : dependents.getOrDefault(found.poll(), List.of())) {
                if (missing.merge(each, -1, Integer::sum) == 0) {
                    found.add(each);
                }
            }
        }
        return symbols.stream().filter(each -> missing.get(each) > 0).toList();
    }
}
