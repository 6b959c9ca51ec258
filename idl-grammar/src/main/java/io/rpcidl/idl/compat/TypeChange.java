package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.TypeRef;

/** What it means that one type stands in the place of another, without what they contain. */
enum TypeChange {
    /** They are the same on the wire. */
    NONE,
    /** All values of the old type are values of the new one. */
    WIDENED,
    /** Maps that are written in two forms. */
    ENTRIES,
    /** Numbers that are written in two forms; each is read by both. */
    ENCODING,
    /** Anything else. */
    OTHER;

    static TypeChange of(TypeStep step, TypePairs pairs) {
        TypeRef old = step.before().core();
        TypeRef now = step.after().core();
        boolean nulls = step.before().nullable() != step.after().nullable();
        if (nulls && !step.outermost()) {
            return OTHER;
        }
        if (step.sameContainer()) {
            boolean forms =
                    old instanceof TypeRef.MapOf a && now instanceof TypeRef.MapOf b && a.entries() != b.entries();
            return forms ? ENTRIES : NONE;
        }
        if (old instanceof TypeRef.Named a && now instanceof TypeRef.Named b) {
            return pairs.same(a, b) ? NONE : OTHER;
        }
        return ofNumbers(old, now);
    }

    private static TypeChange ofNumbers(TypeRef old, TypeRef now) {
        Builtin a = builtin(old);
        Builtin b = builtin(now);
        if (a == null || b == null) {
            return OTHER;
        }
        if (a == b) {
            return old instanceof TypeRef.Encoded == now instanceof TypeRef.Encoded ? NONE : ENCODING;
        }
        boolean wider = a == Builtin.INT32 && b == Builtin.INT64 || a == Builtin.FLOAT32 && b == Builtin.FLOAT64;
        return wider ? WIDENED : OTHER;
    }

    private static Builtin builtin(TypeRef type) {
        if (type instanceof TypeRef.Encoded encoded) {
            return encoded.type();
        }
        return type instanceof Builtin builtin ? builtin : null;
    }
}
