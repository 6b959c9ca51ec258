package benchmark.compare;

import java.io.IOException;

/**
 * Runs a load until it is as fast as it gets: for a while at least, then until a slice of it is no more than 2 % faster than the best before
 * and the two JVMs have next to nothing to compile; and three times that while at most. Between slices the compilers may catch up: on a
 * machine with few processors they get little done beside a load.
 */
final class WarmUp {

    private static final int SLICES = 10;
    private static final double SLOPE = 1.02;
    private static final double COMPILED = 0.02;
    private static final long LOOK_MILLIS = 100;
    private static final int MOST_LOOKS = 50;

    private WarmUp() {}

    /** Returns how long the load ran, in s. */
    static double run(Pair pair, String operation, String load, long leastMillis)
            throws IOException, InterruptedException {
        if (leastMillis == 0) {
            return 0; // whoever only wants to see that it runs
        }
        long slice = Math.max(1, leastMillis / SLICES);
        double best = 0;
        for (int slices = 1; ; slices++) {
            Figures figures = pair.run(operation, load, slice);
            boolean warm = figures.calls() < best * SLOPE && figures.compiled() < COMPILED;
            if (slices >= 3 * SLICES || (slices >= SLICES && warm)) {
                return slices * slice / 1_000.0;
            }
            best = Math.max(best, figures.calls());
            awaitCompilers(pair);
        }
    }

    private static void awaitCompilers(Pair pair) throws IOException, InterruptedException {
        double before = pair.used()[2];
        for (int i = 0; i < MOST_LOOKS; i++) {
            Thread.sleep(LOOK_MILLIS);
            double now = pair.used()[2];
            if (now - before < LOOK_MILLIS / 10.0) {
                return;
            }
            before = now;
        }
    }
}
