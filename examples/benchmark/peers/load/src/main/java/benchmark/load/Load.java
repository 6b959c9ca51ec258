package benchmark.load;

import org.HdrHistogram.Histogram;

/** Some load on a server. */
interface Load {

    /** Runs for a while, and returns what came of it. */
    Result run(long nanos) throws InterruptedException;

    /** Calls that ended well, those that did not, the time that they took in all, and how long each took, in ns. */
    record Result(long calls, long errors, long nanos, Histogram latencies) {}

    /** Returns an empty histogram of times in ns: up to a minute, three digits of each. */
    static Histogram histogram() {
        return new Histogram(1_000, 60_000_000_000L, 3);
    }
}
