package io.rpcidl.json;

import java.io.Serial;

/**
 * A value that a contract's constraint forbids: thrown where the value is built. Where one is read it becomes a {@link
 * JsonException}, which knows the place in the text.
 */
public final class ConstraintException extends IllegalArgumentException {

    @Serial
    private static final long serialVersionUID = 1;

    private final String pointer;
    private final String violation;

    ConstraintException(String violation) {
        this("", violation);
    }

    private ConstraintException(String pointer, String violation) {
        super(pointer.isEmpty() ? violation : pointer + ": " + violation);
        this.pointer = pointer;
        this.violation = violation;
    }

    /** Returns this violation as one of a member, or of an element, of a larger value. */
    ConstraintException within(String member) {
        ConstraintException outer = new ConstraintException(JsonPlace.step(member) + pointer, violation);
        outer.setStackTrace(getStackTrace());
        return outer;
    }

    /** Returns this violation without the place within the value, which may show what must not be printed: a map's key. */
    ConstraintException withoutPlace() {
        ConstraintException hidden = new ConstraintException(violation);
        hidden.setStackTrace(getStackTrace());
        return hidden;
    }

    /** Returns the place within the value that was to be built, as a JSON pointer (RFC 6901); empty for itself. */
    public String pointer() {
        return pointer;
    }

    /** Returns what is wrong, without the place. */
    public String violation() {
        return violation;
    }
}
