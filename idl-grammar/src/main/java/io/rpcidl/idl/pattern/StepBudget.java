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

    /** Takes a step, if there is one left. */
    boolean take() {
        if (left == 0) {
            return false;
        }
        left--;
        return true;
    }
}
