package io.rpcidl.resilience;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/** So many workers, and calls that wait for one in the order in which they came. */
final class Workers {

    private record Call(long work, BooleanSupplier wanted, Runnable done) {}

    private final Simulation simulation;
    private final int workers;
    private final Queue<Call> queue = new ArrayDeque<>();
    private int busy;

    Workers(Simulation simulation, int workers) {
        this.simulation = simulation;
        this.workers = workers;
    }

    void take(long work, Runnable done) {
        take(work, () -> true, done);
    }

    /** Takes a call that is done without work if it is not wanted any more when its turn comes. */
    void take(long work, BooleanSupplier wanted, Runnable done) {
        queue.add(new Call(work, wanted, done));
        next();
    }

    private void next() {
        while (busy < workers && !queue.isEmpty()) {
            Call call = queue.remove();
            if (!call.wanted().getAsBoolean()) {
                call.done().run();
                continue;
            }
            busy++;
            simulation.after(call.work(), () -> {
                busy--;
                call.done().run();
                next();
            });
        }
    }
}
