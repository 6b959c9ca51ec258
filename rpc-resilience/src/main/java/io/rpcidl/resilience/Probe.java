package io.rpcidl.resilience;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A short while in which so few calls are let in that none has to queue. First those end that were there before. Then a
 * number of calls begin that count, and after them others may begin again; it is over when all that count have ended. To take
 * instead the first that end would be to take the quick ones. At most it lasts a second. Belongs to whoever holds the lock,
 * but for {@link #begun} and {@link #counts}.
 */
final class Probe {

    /** How often to look whether it is over. */
    static final long LOOK = 5_000_000;

    private static final long LONGEST = 1_000_000_000;
    private static final long LONGEST_DRAIN = 10_000_000_000L; // in which all workers are busy
    private static final int ENOUGH = 30; // calls
    private static final int LEAST = 5; // calls, to say anything at all

    private final AtomicInteger begun = new AtomicInteger();
    private volatile boolean on;
    private volatile long from; // written before it is on, as what follows; those count that begin between
    private volatile long until;
    private int concurrency;
    private double believed; // so many times longer or shorter than known
    private double unsure; // such a part of a change that may be chance
    private List<CallKind> kinds = List.of();

    boolean isOn() {
        return on;
    }

    int concurrency() {
        return concurrency;
    }

    /** Takes note that a call begins. */
    void begun(long now) {
        if (on && now - from >= 0 && begun.get() < ENOUGH && begun.incrementAndGet() == ENOUGH) {
            until = now;
        }
    }

    /** Returns whether a call counts that began then. */
    boolean counts(long began) {
        return on && began - from >= 0 && began - until <= 0;
    }

    /** Returns whether all have begun that count. */
    boolean isFull() {
        return begun.get() >= ENOUGH;
    }

    void begin(List<CallKind> all, OverloadJudge judge, long now, long drain) {
        kinds = all;
        for (CallKind kind : all) {
            kind.beginProbe();
        }
        concurrency = judge.probeConcurrency();
        believed = judge.isSuspecting() ? Double.MAX_VALUE : 1.5; // later ones may meet a pause of the JVM
        unsure = judge.isSuspecting() ? 0 : 0.3; // what was usual before is known better; later nothing else is known
        begun.set(0);
        from = now + Math.min(drain, LONGEST_DRAIN);
        until = from + LONGEST;
        on = true;
    }

    boolean isOver(long now) {
        return calls() >= ENOUGH || now - from >= LONGEST;
    }

    private long calls() {
        return kinds.stream().mapToLong(kind -> kind.probed().calls()).sum();
    }

    /** Ends, and corrects the baselines. */
    Findings end() {
        on = false;
        double before = 0;
        double after = 0;
        double doubt = 0;
        for (CallKind kind : kinds) {
            Sample probed = kind.probed();
            double known = kind.baseline.nanos();
            if (probed.calls() > 0 && known > 0 && !kind.isWait()) {
                kind.baseline.set(known * change(probed, known));
                before += probed.calls() * known;
                after += probed.calls() * kind.baseline.nanos();
                doubt += probed.variance();
            }
        }
        return before > 0 ? new Findings(after / before, 2 * Math.sqrt(doubt) / before) : new Findings(1, 0);
    }

    private double change(Sample probed, double known) {
        double change = Math.max(1 / believed, Math.min(believed, probed.mean() / known));
        if (probed.calls() < LEAST && change > 1) {
            return 1; // one call that took long says little, one that did not a lot
        }
        boolean chance = Math.abs(probed.mean() - known) <= 2 * probed.meanError();
        return chance ? 1 + (change - 1) * unsure : change;
    }

    /**
     * What came out.
     *
     * @param change how many times as long as known calls take
     * @param doubt how much more that may be, by chance
     */
    record Findings(double change, double doubt) {}
}
