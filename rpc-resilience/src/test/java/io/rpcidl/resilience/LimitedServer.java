package io.rpcidl.resilience;

import java.util.Arrays;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;

/** A simulated server with workers behind a {@link ConcurrencyLimit}, and what becomes of calls of each kind. */
final class LimitedServer {

    final Simulation simulation;
    final ConcurrencyLimit limit = new ConcurrencyLimit(ConcurrencyPolicy.DEFAULT, 0);
    private final Workers workers;

    LimitedServer(int workers) {
        this(workers, 7);
    }

    LimitedServer(int workers, long seed) {
        simulation = new Simulation(seed);
        this.workers = new Workers(simulation, workers);
    }

    /** Has calls arrive that need a worker for a time. */
    Load load(DoubleSupplier perSecond, LongSupplier work) {
        Load load = new Load();
        simulation.arrivals(perSecond, () -> load.call(done -> workers.take(work.getAsLong(), done)));
        return load;
    }

    /** Has callers call again as soon as they are answered; each call needs a worker for a time. */
    Load callers(int callers, long work) {
        Load load = new Load();
        for (int i = 0; i < callers; i++) {
            simulation.after(i, () -> callAgain(load, work));
        }
        return load;
    }

    private void callAgain(Load load, long work) {
        boolean begun = load.call(done -> workers.take(work, () -> {
            done.run();
            callAgain(load, work);
        }));
        if (!begun) {
            simulation.after(10 * Simulation.MS, () -> callAgain(load, work));
        }
    }

    /** Has callers call again and again for something that takes its time, but needs no worker. */
    Load polls(int callers, long wait) {
        Load load = new Load();
        for (int i = 0; i < callers; i++) {
            simulation.after(i * wait / callers, () -> poll(load, wait));
        }
        return load;
    }

    private void poll(Load load, long wait) {
        boolean begun = load.call(done -> simulation.after(wait, () -> {
            done.run();
            poll(load, wait);
        }));
        if (!begun) {
            simulation.after(100 * Simulation.MS, () -> poll(load, wait));
        }
    }

    void runTo(double seconds) {
        simulation.runTo((long) (seconds * Simulation.SECOND));
    }

    interface Work {
        void begin(Runnable done);
    }

    /** Calls of one kind, since the count began. */
    final class Load {

        private final CallKind kind = limit.kind();
        private long[] latencies = new long[1 << 16];
        private int answered;
        private int refused;

        private boolean call(Work work) {
            long begun = simulation.now();
            if (!kind.tryBegin(begun)) {
                refused++;
                return false;
            }
            work.begin(() -> {
                long latency = simulation.now() - begun;
                if (answered == latencies.length) {
                    latencies = Arrays.copyOf(latencies, 2 * answered);
                }
                latencies[answered++] = latency;
                kind.ended(latency, simulation.now());
            });
            return true;
        }

        void countAnew() {
            answered = 0;
            refused = 0;
        }

        int answered() {
            return answered;
        }

        int refused() {
            return refused;
        }

        double millis(double percentile) {
            long[] sorted = Arrays.copyOf(latencies, answered);
            Arrays.sort(sorted);
            return sorted[Math.min(answered - 1, (int) (percentile * answered))] / 1e6;
        }
    }
}
