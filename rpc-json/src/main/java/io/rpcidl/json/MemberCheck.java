package io.rpcidl.json;

import org.jspecify.annotations.Nullable;

/**
 * The constraints of one member of an object, which it names where they are violated.
 *
 * @param member the member's name on the wire
 * @param check what its value must satisfy, if it is there
 */
public record MemberCheck<T>(String member, Check<? super T> check) {

    /** Checks the member, if it is there; fails with a {@link ConstraintException}. */
    public void require(@Nullable T value) {
        check.require(member, value);
    }

    /** Checks the member, if it has a value; fails with a {@link ConstraintException}. */
    public void require(Patch<? extends T> patch) {
        check.require(member, patch.orNull());
    }
}
