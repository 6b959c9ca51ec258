package io.rpcidl.resilience;

import io.rpcidl.resilience.SimulatedServer.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A client that chooses the less busy of two servers taken at random (Mitzenmacher's power of two choices), with or without
 * retries, a budget for them, and outlier detection with slow start. Each call has a second in all.
 */
final class SimulatedClient {

    /** What of this module is used. */
    record Policies(String name, boolean retries, int tokens, boolean outliers, boolean limits) {

        boolean throttles() {
            return tokens > 0;
        }
    }

    private static final long DEADLINE = Simulation.SECOND;

    private final Simulation simulation;
    private final Policies policies;
    private final List<Target> targets = new ArrayList<>();
    private final RetryBudget budget;
    private final OutlierDetection outliers = new OutlierDetection(OutlierPolicy.DEFAULT, 0);
    private long[] latencies = new long[1 << 17];
    private int calls;
    private int succeeded;
    private int attempts;
    private int refused;
    private int ejections;

    SimulatedClient(Simulation simulation, Policies policies, List<SimulatedServer> servers) {
        this.simulation = simulation;
        this.policies = policies;
        budget = new RetryBudget(Math.max(1, policies.tokens()), 0.1);
        servers.forEach(server -> targets.add(new Target(server, outliers.add("server", 0))));
    }

    void call() {
        calls++;
        new Call().attempt();
    }

    String row() {
        long[] sorted = Arrays.copyOf(latencies, succeeded);
        Arrays.sort(sorted);
        return String.format(
                Locale.ROOT,
                "%,d | %.2f | %.1f | %.1f | %.1f | %d | %,d",
                calls,
                100.0 * (calls - succeeded) / calls,
                sorted[succeeded / 2] / 1e6,
                sorted[(int) (succeeded * 0.99)] / 1e6,
                100.0 * (attempts - calls) / calls,
                ejections,
                refused);
    }

    private Target choose(List<Target> tried) {
        long now = simulation.now();
        List<Target> able = new ArrayList<>(targets);
        able.removeIf(target -> policies.outliers() && target.health.isEjected(now));
        List<Target> from = new ArrayList<>(able);
        from.removeAll(tried);
        if (from.isEmpty()) {
            from = able;
        }
        Target one = from.get(simulation.random().nextInt(from.size()));
        Target other = from.get(simulation.random().nextInt(from.size()));
        return one.load(now) <= other.load(now) ? one : other;
    }

    private final class Target {

        private final SimulatedServer server;
        private final ServerHealth health;
        private int inFlight;

        Target(SimulatedServer server, ServerHealth health) {
            this.server = server;
            this.health = health;
        }

        double load(long now) {
            return (inFlight + 1) / (policies.outliers() ? SlowStart.DEFAULT.factor(health.ageNanos(now)) : 1);
        }
    }

    private final class Call {

        private final long begun = simulation.now();
        private final List<Target> tried = new ArrayList<>();
        private boolean over;
        private Try current = new Try(null);

        Call() {
            simulation.after(DEADLINE, () -> {
                if (!over) {
                    over = true;
                    current.end(Outcome.FAILED);
                }
            });
        }

        void attempt() {
            if (!over) {
                attempts++;
                Target target = choose(tried);
                tried.add(target);
                target.inFlight++;
                current = new Try(target);
                target.server.call(current);
            }
        }

        private void ended(Outcome outcome) {
            if (outcome == Outcome.OK) {
                over = true;
                latencies[succeeded++] = simulation.now() - begun;
            } else if (outcome == Outcome.UNREACHED && tried.size() < targets.size()) {
                attempt();
            } else if (policies.retries() && tried.size() < RetryPolicy.DEFAULT.maxAttempts() && budget.mayRetry()) {
                simulation.after(
                        RetryPolicy.DEFAULT
                                .backoff(tried.size(), simulation.random())
                                .toNanos(),
                        this::attempt);
            } else {
                over = true;
            }
        }

        /** One attempt of the call. */
        private final class Try implements SimulatedServer.Attempt {

            private final Target target;
            private boolean ended;

            Try(Target target) {
                this.target = target;
            }

            @Override
            public boolean isWanted() {
                return !ended;
            }

            @Override
            public void answered(Outcome outcome) {
                if (!ended) {
                    end(outcome);
                    Call.this.ended(outcome);
                }
            }

            private void judge(Outcome outcome) {
                if (outcome == Outcome.OK) {
                    budget.succeeded();
                } else if (policies.throttles()) {
                    budget.failed();
                }
                if (outcome == Outcome.FAILED) { // who refuses is busy, and not broken
                    target.health.failed();
                } else {
                    target.health.succeeded();
                }
            }

            private void end(Outcome outcome) {
                if (ended || target == null) {
                    return;
                }
                ended = true;
                target.inFlight--;
                refused += outcome == Outcome.REFUSED ? 1 : 0;
                if (outcome
                        != Outcome.UNREACHED) { // which moves on as A6's transparent retries do, and A50 does not see
                    judge(outcome);
                }
                if (policies.outliers()) {
                    ejections += outliers.sweep(simulation.now()).size();
                }
            }
        }
    }
}
