package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Alias;
import java.util.HashSet;
import java.util.Set;

/** An alias of a type stays: other contracts import it. */
final class RemovedTypeAliases implements Rule<PackagePair> {

    @Override
    public void check(PackagePair pair, Findings findings) {
        Set<String> names = new HashSet<>();
        pair.after().aliases().forEach(each -> names.add(each.name().simpleName()));
        for (Alias each : pair.before().aliases()) {
            String name = each.name().simpleName();
            if (!names.contains(name)) {
                findings.add(
                        Code.TYPE_ALIAS_REMOVED,
                        pair.places().without(each, each.name()),
                        "the alias '" + name + "' is gone",
                        "keep it until no contract imports it");
            }
        }
    }
}
