package io.rpcidl.resilience;

/** What a client knows of one server, for {@link OutlierDetection}. Safe for any number of threads. */
public final class ServerHealth {

    private final String name;
    private final OutlierPolicy policy;
    private final CallHistory history = new CallHistory();
    private volatile long back; // when it came or comes into service; written under the detection's lock
    private int step; // as many base times it was left out; so too
    private long forgiveAt; // so too
    private long ejectedAt; // so too

    ServerHealth(String name, OutlierPolicy policy, long now) {
        this.name = name;
        this.policy = policy;
        back = now;
    }

    /** Returns its name. */
    public String name() {
        return name;
    }

    /** Takes note of a call that succeeded, or failed for a reason that is not the server's. */
    public void succeeded() {
        history.succeeded();
    }

    /** Takes note of a call that failed, or was late, as calls to a server do that is not well. */
    public void failed() {
        history.failed();
    }

    /** Returns whether it is to be left out. */
    public boolean isEjected(long nowNanos) {
        return back - nowNanos > 0;
    }

    /** Returns how long it has been in service, since it was added or came back; negative while it is left out. */
    public long ageNanos(long nowNanos) {
        return nowNanos - back;
    }

    void count(long now) {
        if (isEjected(now)) {
            history.forget(); // what ends now began before
        } else {
            history.count();
        }
    }

    boolean hasVolume(int volume) {
        return history.failureRate(volume) >= 0;
    }

    double failureRate(int volume) {
        return history.failureRate(volume);
    }

    long sinceEjected(long now) {
        return now - ejectedAt;
    }

    void eject(long now) {
        step++;
        ejectedAt = now;
        long base = policy.baseEjection().toNanos();
        long longest = Math.max(base, policy.maxEjection().toNanos());
        back = now + Math.min(base * step, longest);
        forgiveAt = back + base / 3;
        history.forget();
    }

    void comeBack(long now) {
        if (isEjected(now)) {
            back = now;
            forgiveAt = now + policy.baseEjection().toNanos() / 3;
            history.forget();
        }
    }

    void forgive(long now) {
        if (step > 0 && now - forgiveAt >= 0) {
            step--;
            forgiveAt = now + policy.baseEjection().toNanos() / 3;
        }
    }

    /** Returns the name. */
    @Override
    public String toString() {
        return name;
    }
}
