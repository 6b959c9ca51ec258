package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Noted;
import java.util.List;

/**
 * The names that a type reserves.
 *
 * @param members what the new type has
 */
record ReservedNames(
        List<String> before, List<String> after, List<? extends Named<? extends Noted>> members, Place place) {

    ReservedNames {
        before = List.copyOf(before);
        after = List.copyOf(after);
        members = List.copyOf(members);
    }
}
