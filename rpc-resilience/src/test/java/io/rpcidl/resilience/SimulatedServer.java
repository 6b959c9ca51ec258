package io.rpcidl.resilience;

/** A server of eight workers that need 20 ms for a call, and what may be wrong with it. */
final class SimulatedServer {

    enum State {
        WELL,
        SLOW, // twenty times
        FAILING, // at once
        SILENT, // takes calls and never answers
        DOWN // refuses connections
    }

    enum Outcome {
        OK,
        FAILED,
        UNREACHED, // the call was not taken: it may go to another server at once
        REFUSED // by the limit, and not by a fault
    }

    /** An attempt of a client. */
    interface Attempt {

        boolean isWanted();

        void answered(Outcome outcome);
    }

    static final int CAPACITY = 400; // calls a second

    private static final long WORK = 20 * Simulation.MS;
    private static final long WAY = Simulation.MS / 4;

    private final Simulation simulation;
    private final Workers workers;
    private final ConcurrencyLimit limit;
    private final CallKind kind;
    private State state = State.WELL;

    SimulatedServer(Simulation simulation, boolean adapts) {
        this.simulation = simulation;
        workers = new Workers(simulation, 8);
        ConcurrencyPolicy policy = ConcurrencyPolicy.DEFAULT;
        limit = new ConcurrencyLimit(
                adapts ? policy : new ConcurrencyPolicy(policy.max(), policy.max(), policy.tolerance()), 0);
        kind = limit.kind();
    }

    void become(State newState) {
        state = newState;
    }

    void call(Attempt attempt) {
        simulation.after(WAY, () -> {
            switch (state) {
                case WELL, SLOW -> serve(attempt);
                case FAILING -> answer(attempt, Outcome.FAILED);
                case DOWN -> answer(attempt, Outcome.UNREACHED);
                case SILENT -> {}
            }
        });
    }

    private void serve(Attempt attempt) {
        long begun = simulation.now();
        if (!kind.tryBegin(begun)) {
            answer(attempt, Outcome.REFUSED);
            return;
        }
        long work = state == State.SLOW ? 20 * WORK : WORK;
        workers.take(work, attempt::isWanted, () -> {
            if (attempt.isWanted()) {
                kind.ended(simulation.now() - begun, simulation.now());
                answer(attempt, Outcome.OK);
            } else {
                kind.dropped();
            }
        });
    }

    private void answer(Attempt attempt, Outcome outcome) {
        simulation.after(WAY, () -> attempt.answered(outcome));
    }
}
