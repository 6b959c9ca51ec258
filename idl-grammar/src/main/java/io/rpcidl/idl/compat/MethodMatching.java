package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which methods of a service are the same in both contracts, and which parents it has lost. A method may have gone to a
 * parent, or come from one; the methods of parents that stay are looked at there.
 *
 * @param kept pairs
 * @param removed the old methods that nobody can call any more
 * @param lostParents the parents whose methods may be gone
 */
record MethodMatching(List<Matching.Both<Method>> kept, List<Method> removed, List<Service> lostParents) {

    MethodMatching {
        kept = List.copyOf(kept);
        removed = List.copyOf(removed);
        lostParents = List.copyOf(lostParents);
    }

    /**
     * Matches the methods of two services.
     *
     * @param pairs which service of the new contract is which of the old one
     */
    static MethodMatching of(Service before, Service after, ServicePairs pairs) {
        Matching<Method> own = Matching.of(Named.methods(before.methods()), Named.methods(after.methods()));
        List<Service> lost = pairs.lostParents(before, after);
        if (own.removed().isEmpty() && lost.isEmpty()) {
            return new MethodMatching(own.kept(), List.of(), List.of());
        }
        List<Method> old = new ArrayList<>();
        own.removed().forEach(each -> old.add(each.of()));
        lost.forEach(each -> old.addAll(pairs.before().methods(each.name())));
        Set<String> matched =
                own.kept().stream().map(each -> each.after().name()).collect(Collectors.toSet());
        List<Method> now = pairs.after().methods(after.name()).stream()
                .filter(each -> !matched.contains(each.name()))
                .toList();
        Matching<Method> others = Matching.of(distinct(old), distinct(now));
        List<Matching.Both<Method>> kept = new ArrayList<>(own.kept());
        kept.addAll(others.kept());
        return new MethodMatching(kept, others.removed().stream().map(Named::of).toList(), lost);
    }

    private static List<Named<Method>> distinct(List<Method> methods) {
        Set<String> seen = new HashSet<>();
        return Named.methods(
                methods.stream().filter(each -> seen.add(each.name())).toList());
    }
}
