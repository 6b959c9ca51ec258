package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The services of both contracts, and which are the same: of one name, else of one name on the wire. */
final class ServicePairs {

    private final ServiceTree before;
    private final ServiceTree after;
    private final Matching<Service> matching;
    private final Map<QualifiedName, QualifiedName> names = new HashMap<>();

    ServicePairs(Schema before, Schema after) {
        this.before = new ServiceTree(before);
        this.after = new ServiceTree(after);
        this.matching = Matching.of(Named.services(this.before.services()), Named.services(this.after.services()));
        matching.kept()
                .forEach(each ->
                        names.put(each.before().of().name(), each.after().of().name()));
    }

    ServiceTree before() {
        return before;
    }

    ServiceTree after() {
        return after;
    }

    Matching<Service> matching() {
        return matching;
    }

    /** Returns the parents of the old service that the new one does not extend, not even by way of others. */
    List<Service> lostParents(Service old, Service now) {
        Set<QualifiedName> direct = new HashSet<>(now.parents());
        if (old.parents().stream().allMatch(each -> direct.contains(names.get(each)))) {
            return List.of();
        }
        Set<QualifiedName> family = after.family(now.name()).keySet();
        return old.parents().stream()
                .filter(each -> !family.contains(names.get(each)))
                .map(each -> before.family(each).get(each))
                .toList();
    }
}
