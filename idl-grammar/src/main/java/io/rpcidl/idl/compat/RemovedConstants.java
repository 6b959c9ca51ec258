package io.rpcidl.idl.compat;

import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.model.Constant;
import java.util.HashSet;
import java.util.Set;

/** A constant stays: programs use it. */
final class RemovedConstants implements Rule<PackagePair> {

    @Override
    public void check(PackagePair pair, Findings findings) {
        Set<String> names = new HashSet<>();
        pair.after().constants().forEach(each -> names.add(each.name().simpleName()));
        for (Constant each : pair.before().constants()) {
            String name = each.name().simpleName();
            if (!names.contains(name)) {
                findings.add(
                        Code.CONSTANT_REMOVED,
                        pair.places().without(each, each.name()),
                        "the constant '" + name + "' is gone",
                        "mark it @deprecated first, and remove it when no program uses it");
            }
        }
    }
}
