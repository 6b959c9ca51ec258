package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.compile.link.LinkedContract;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which types have a value that can be built: a struct if each of its required fields has one, a union if one of its members
 * has, a newtype if what it is made of has. Everything else has: lists can be empty, optional fields absent.
 *
 * <p>Starts with those that require nothing and goes on to those that require only what is known to be buildable, so each
 * requirement is looked at once.
 */
final class Buildable {

    private final LinkedContract contract;
    private final Map<Declaration, Integer> missing = new IdentityHashMap<>();
    private final Map<Declaration, List<Declaration>> dependents = new IdentityHashMap<>();
    private final Deque<Declaration> found = new ArrayDeque<>();
    private final Set<Declaration> buildable = Collections.newSetFromMap(new IdentityHashMap<>());

    Buildable(LinkedContract contract) {
        this.contract = contract;
        contract.declarations().forEach(this::add);
        while (!found.isEmpty()) {
            dependents.getOrDefault(found.pop(), List.of()).forEach(each -> {
                if (missing.merge(each, -1, Integer::sum) == 0) {
                    find(each);
                }
            });
        }
    }

    /** Returns whether a value of a type that was linked can be built. */
    boolean contains(Declaration type) {
        return !missing.containsKey(type) || buildable.contains(type);
    }

    private void add(Declaration type) {
        List<Requirement> requirements = Requirement.of(type, contract);
        boolean any = type instanceof UnionDeclaration;
        long needed = any ? Math.min(1, requirements.size()) : requirements.size();
        boolean free =
                any && requirements.size() < ((UnionDeclaration) type).members().size();
        missing.put(type, free ? 0 : (int) needed);
        if (missing.get(type) == 0) {
            find(type);
        }
        requirements.forEach(each -> dependents
                .computeIfAbsent(each.type(), key -> new ArrayList<>())
                .add(type));
    }

    private void find(Declaration type) {
        if (buildable.add(type)) {
            found.push(type);
        }
    }
}
