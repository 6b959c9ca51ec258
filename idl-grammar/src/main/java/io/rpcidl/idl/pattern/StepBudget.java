package io.rpcidl.idl.pattern;

/** How many steps may still be taken to match patterns. Counts down; for one thread. */
public final class StepBudget {

    private long left;

    /**
     * Makes a budget.
     *
     * @param steps how many, not negative
     */
    public StepBudget(long steps) {
        if (steps < 0) {
            throw new IllegalArgumentException("a budget of " + steps + " steps");
        }
        this.left = steps;
    }

    /** Takes steps, or all that are left if those are fewer; returns whether there were enough. */
    public boolean take(long steps) {
        boolean enough = steps <= left;
        left = enough ? left - steps : 0;
        return enough;
    }
}
