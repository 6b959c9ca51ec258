package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Field;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Struct;
import io.rpcidl.idl.model.TypeRef;
import io.rpcidl.idl.model.UnionMember;
import java.util.Optional;

/** Whether a member of a union is without a payload in one contract and with one in the other. */
final class EmptyPayload {

    private EmptyPayload() {}

    static boolean changes(CasePair pair) {
        return pair.before().type().isPresent() != pair.after().type().isPresent();
    }

    /** Returns whether the payload that one of them has may be an empty object, like that of a member without one. */
    static boolean fits(CasePair pair) {
        return mayBeEmpty(pair.before(), pair.old()) && mayBeEmpty(pair.after(), pair.now());
    }

    private static boolean mayBeEmpty(UnionMember member, Schema schema) {
        Optional<TypeRef> type = member.type();
        if (type.isEmpty()) {
            return true;
        }
        return type.get().plain() instanceof TypeRef.Named named
                && schema.type(named.name()) instanceof Struct struct
                && struct.fields().stream().map(Field::presence).noneMatch(Presence.REQUIRED::equals);
    }
}
