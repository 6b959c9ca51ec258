package io.rpcidl.resilience;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How many calls a server takes on at once: as many as it likes until they stand in a queue, and then only so many as keep it
 * busy. It needs no number from the user; it learns from how long calls take. Safe for any number of threads; beginning and
 * ending a call are a few atomic additions.
 *
 * <p>It is BBR's idea (Cardwell et al., ACM Queue 14(5), 2016) with calls for bytes. By Little's law the calls in flight are
 * their rate times their latency; those that just keep the server busy are the highest rate times the latency without a
 * queue. So many are let in, times the tolerance, which is as large as it takes for calls to wait 5 ms (CoDel's target, RFC 8289):
 * calls of some microseconds that stand in line for a millisecond are no overload, and to refuse one costs more than to do it:
 *
 * <ol>
 *   <li>Baseline: for each kind of call, how long it takes without a queue.
 *   <li>A window, of 100 ms or, where there are fewer than 100 calls in it, up to a second, gives over all kinds the factor
 *       {@code Σ latency / Σ baseline}, and the useful concurrency {@code Σ baseline / length}.
 *   <li>While the factor is within the tolerance the limit is the highest that there is. A queue that stands for two windows,
 *       and that is not chance (two standard errors), is overload: then the limit is the tolerance times the highest useful
 *       concurrency, at least the floor. Where calls are refused and do not queue, it grows a little with each window (AIMD:
 *       Chiu and Jain, 1989).
 *   <li>At once, and every 10 s while calls are refused, next to nothing is let in for some milliseconds, to measure the
 *       baselines anew, as BBR and Envoy's gradient controller do. So a server that was started into overload finds out what
 *       it has never seen. If calls take as long then as before, they did not queue: something they wait for has become slow,
 *       and the limit is off again.
 *   <li>When nothing was refused for 10 s the overload is over, and the limit is off again.
 * </ol>
 *
 * <p>Kinds that take more than a second without a queue are taken for waits, as long polls are: they say nothing of a queue,
 * and are let in without counting. Where it is known that a method waits, as streams do, it need not be brought here at all.
 */
public final class ConcurrencyLimit {

    static final long WINDOW = 100_000_000;

    private static final long LONGEST_WINDOW = 1_000_000_000;
    private static final long ENOUGH_CALLS = 100; // so that the mean of calls that vary does not look like a queue

    private final List<CallKind> kinds = new CopyOnWriteArrayList<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private final ReentrantLock looking = new ReentrantLock();
    private final Probe probe = new Probe();
    private final OverloadJudge judge; // guarded by the lock
    private long windowStart; // so too
    private volatile long nextLook;
    private volatile int limit;
    private volatile boolean refused; // in this window
    private volatile CallKind[] waits = {};

    /** Makes one with nothing in flight. */
    public ConcurrencyLimit(ConcurrencyPolicy policy, long nowNanos) {
        judge = new OverloadJudge(policy);
        limit = policy.max();
        windowStart = nowNanos;
        nextLook = nowNanos + WINDOW;
    }

    /** Makes the handle of a kind of calls that take about as long as each other: one for each method. */
    public CallKind kind() {
        CallKind kind = new CallKind(this, probe);
        kinds.add(kind);
        return kind;
    }

    /** Returns how many calls may be in flight now, apart from waits. */
    public int limit() {
        return limit;
    }

    /** Returns how many calls are in flight, waits among them. */
    public int inFlight() {
        return inFlight.get();
    }

    boolean tryBegin(CallKind kind, long now) {
        if (tryTake(kind, now)) {
            return true;
        }
        int before = limit;
        look(now); // the limit may be of a while ago
        if (limit > before && tryTake(kind, now)) {
            return true;
        }
        if (!refused) {
            refused = true;
        }
        return false;
    }

    private boolean tryTake(CallKind kind, long now) {
        if (!hasRoom(kind, inFlight.get() + 1)) {
            return false; // as most calls are under overload, without a write
        }
        if (!hasRoom(kind, inFlight.incrementAndGet())) {
            inFlight.decrementAndGet();
            return false;
        }
        kind.begun();
        probe.begun(now);
        return true;
    }

    private boolean hasRoom(CallKind kind, int all) {
        CallKind[] aside = waits;
        int waiting = 0;
        for (CallKind wait : aside) {
            if (wait == kind) {
                return true;
            }
            waiting += wait.inFlight();
        }
        return all - waiting <= limit;
    }

    void giveBack() {
        inFlight.decrementAndGet();
    }

    /** Closes the window if it is time; one thread does, and no other waits for it. */
    void look(long now) {
        if (now - nextLook >= 0 && looking.tryLock()) {
            try {
                if (now - nextLook >= 0) {
                    judge(now);
                }
            } finally {
                looking.unlock();
            }
        }
    }

    private void judge(long now) {
        if (probe.isOn()) {
            goOn(now);
            return;
        }
        long calls = kinds.stream().mapToLong(kind -> kind.fresh().calls()).sum();
        if (calls < ENOUGH_CALLS && now - windowStart < LONGEST_WINDOW) {
            nextLook = now + WINDOW;
            return;
        }
        LoadWindow window = LoadWindow.close(kinds, now - windowStart, refused, judge.isLimiting());
        boolean doubtful = judge.judge(window, now);
        begin(now);
        if (doubtful) {
            probe.begin(kinds, judge, now, window.timeToDrain(inFlight.get()));
            limit = Math.min(limit, probe.concurrency());
            nextLook = now + Probe.LOOK;
        }
    }

    private void goOn(long now) {
        if (probe.isOver(now)) {
            judge.probed(probe.end(), now);
            begin(now);
        } else {
            limit = probe.isFull() ? judge.limit() : limit; // who begins now cannot be in the way of those that count
            nextLook = now + Probe.LOOK;
        }
    }

    private void begin(long now) {
        kinds.forEach(CallKind::skip);
        waits = kinds.stream().filter(CallKind::isWait).toArray(CallKind[]::new);
        limit = judge.limit();
        refused = false;
        windowStart = now;
        nextLook = now + WINDOW;
    }
}
