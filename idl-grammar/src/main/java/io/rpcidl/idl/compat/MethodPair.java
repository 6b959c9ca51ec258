package io.rpcidl.idl.compat;

import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.MethodTraits;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.TypeRef;
import java.util.List;

/**
 * A method that is in both contracts.
 *
 * @param errorsBefore the errors of the old one, under the names that they have in the new contract
 */
record MethodPair(Method before, Method after, List<QualifiedName> errorsBefore, Place place) {

    MethodPair {
        errorsBefore = List.copyOf(errorsBefore);
    }

    /** Returns whether a direction is a stream in one contract and not in the other. */
    boolean streamsDiffer() {
        return before.requestStream().isPresent() != after.requestStream().isPresent()
                || before.responseStream() != after.responseStream();
    }

    /** Returns whether both are answered. */
    boolean answered() {
        return !before.oneway() && !after.oneway();
    }

    boolean optionalBefore() {
        return after.result().isPresent() && optional(before);
    }

    boolean optionalAfter() {
        return before.result().isPresent() && optional(after);
    }

    boolean mayRepeatBefore() {
        return mayRepeat(before.traits());
    }

    boolean mayRepeatAfter() {
        return mayRepeat(after.traits());
    }

    /** Returns why the old one may be repeated, for messages. */
    String repeatBefore() {
        return repeat(before.traits());
    }

    /** Returns why the new one may be repeated, for messages. */
    String repeatAfter() {
        return repeat(after.traits());
    }

    private static boolean optional(Method method) {
        return method.result().orElse(null) instanceof TypeRef.Nullable;
    }

    private static boolean mayRepeat(MethodTraits traits) {
        return traits.readonly() || traits.idempotent().isPresent();
    }

    private static String repeat(MethodTraits traits) {
        String readonly = traits.readonly() ? "@readonly" : "";
        String idempotent = traits.idempotent()
                .map(each -> "@idempotent"
                        + each.key().map(key -> "(key = \"" + key + "\")").orElse(""))
                .orElse("");
        String both = (readonly + " " + idempotent).strip();
        return both.isEmpty() ? "not to be repeated" : both;
    }
}
