package io.rpcidl.resilience;

import io.rpcidl.resilience.OutlierPolicy.FailurePercentage;
import io.rpcidl.resilience.OutlierPolicy.SuccessRate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Finds servers that do worse than others by what becomes of calls to them, and says for how long they are to be left out
 * (gRPC's proposal A50). One for all servers of a service at a client; safe for any number of threads.
 *
 * <p>An evaluation goes over all servers:
 *
 * <ol>
 *   <li>Counts: what came since the last one goes into each server's history, of twenty intervals. Each rule looks back
 *       as far as it takes to see enough calls; A50 forgets all after each interval, and so never judges for a client that
 *       calls little.
 *   <li>Failure percentage. Where all servers in service fail nobody is an outlier, and those left out come back: they are
 *       no worse.
 *   <li>Success rate.
 *   <li>Forgiveness: who has been in service for a third of the base time is left out a step shorter the next time, and so
 *       on. A50 forgives at each interval, which there is a third of the base time.
 * </ol>
 *
 * <p>The worst are left out first, and never more than the share that the policy allows; at least one is always in service.
 * Where the share is used up, whoever has been out longest, and for a tenth of the base time, makes room: it may be well
 * again, as the first server of a rolling restart is when the second goes down. Who comes back is new as far as {@link
 * SlowStart} is concerned: {@link ServerHealth#ageNanos} begins anew.
 */
public final class OutlierDetection {

    private static final double LEAST_DIFFERENCE = 0.1; // of a success rate to the mean

    private final OutlierPolicy policy;
    private final AtomicLong due;
    private final List<ServerHealth> servers = new ArrayList<>(); // guarded by this

    /** Makes one without servers. */
    public OutlierDetection(OutlierPolicy policy, long nowNanos) {
        this.policy = policy;
        due = new AtomicLong(nowNanos + policy.interval().toNanos());
    }

    /** Adds a server, which is in service from now on; {@code name} is for people. */
    public synchronized ServerHealth add(String name, long nowNanos) {
        ServerHealth server = new ServerHealth(name, policy, nowNanos);
        servers.add(server);
        return server;
    }

    /** Takes a server away, and lets others come back if too few would be left. */
    public synchronized void remove(ServerHealth server, long nowNanos) {
        servers.remove(server);
        keepShare(nowNanos);
    }

    /**
     * Evaluates, if an interval has passed; else this costs one look at a field, so that every call may do it. Returns the
     * servers that it has just decided to leave out, for a log.
     */
    public List<ServerHealth> sweep(long nowNanos) {
        long then = due.get();
        if (nowNanos - then < 0
                || !due.compareAndSet(then, nowNanos + policy.interval().toNanos())) {
            return List.of();
        }
        return evaluate(nowNanos);
    }

    private synchronized List<ServerHealth> evaluate(long now) {
        servers.forEach(server -> server.count(now));
        keepShare(now);
        List<ServerHealth> ejected = new ArrayList<>();
        FailurePercentage failures = policy.failurePercentage();
        if (failures != null) {
            byFailures(failures, now, ejected);
        }
        SuccessRate successes = policy.successRate();
        if (successes != null) {
            bySuccesses(successes, now, ejected);
        }
        servers.forEach(server -> server.forgive(now));
        return ejected;
    }

    private void byFailures(FailurePercentage rule, long now, List<ServerHealth> ejected) {
        List<ServerHealth> known = withVolume(rule.requestVolume(), now);
        List<ServerHealth> bad = known.stream()
                .filter(server -> isBad(server.failureRate(rule.requestVolume()), rule.threshold()))
                .sorted(Comparator.comparingDouble(server -> -server.failureRate(rule.requestVolume())))
                .toList();
        if (!bad.isEmpty() && bad.size() == inService(now)) {
            servers.forEach(server -> server.comeBack(now));
        } else if (known.size() >= rule.minimumHosts() && bad.size() < known.size()) {
            eject(bad, now, ejected);
        }
    }

    private static boolean isBad(double failureRate, int threshold) {
        return failureRate * 100 > threshold || failureRate == 1;
    }

    private void bySuccesses(SuccessRate rule, long now, List<ServerHealth> ejected) {
        List<ServerHealth> known = withVolume(rule.requestVolume(), now);
        if (known.size() < rule.minimumHosts()) {
            return;
        }
        double[] rates = known.stream()
                .mapToDouble(server -> 1 - server.failureRate(rule.requestVolume()))
                .toArray();
        double mean = 0;
        for (double rate : rates) {
            mean += rate / rates.length;
        }
        double variance = 0;
        for (double rate : rates) {
            variance += (rate - mean) * (rate - mean) / rates.length;
        }
        double limit = mean - Math.max(Math.sqrt(variance) * rule.stdevFactor(), LEAST_DIFFERENCE);
        List<ServerHealth> bad = known.stream()
                .filter(server -> 1 - server.failureRate(rule.requestVolume()) < limit)
                .sorted(Comparator.comparingDouble(server -> -server.failureRate(rule.requestVolume())))
                .toList();
        eject(bad, now, ejected);
    }

    private List<ServerHealth> withVolume(int volume, long now) {
        return servers.stream()
                .filter(server -> !server.isEjected(now) && server.hasVolume(volume))
                .toList();
    }

    private void eject(List<ServerHealth> bad, long now, List<ServerHealth> ejected) {
        int room = share() - (servers.size() - inService(now));
        if (bad.size() > room) {
            relieve(bad.size() - room, now);
            room = share() - (servers.size() - inService(now));
        }
        for (ServerHealth server : bad.subList(0, Math.max(0, Math.min(room, bad.size())))) {
            server.eject(now);
            ejected.add(server);
        }
    }

    /** Lets those come back that have been left out longest, in whose place others are to be. */
    private void relieve(int places, long now) {
        servers.stream()
                .filter(server -> server.isEjected(now)
                        && server.sinceEjected(now) >= policy.baseEjection().toNanos() / 10)
                .sorted(Comparator.comparingLong(server -> -server.sinceEjected(now)))
                .limit(places)
                .forEach(server -> server.comeBack(now));
    }

    private void keepShare(long now) {
        servers.stream()
                .filter(server -> server.isEjected(now))
                .sorted(Comparator.comparingLong(server -> server.ageNanos(now)))
                .skip(share()) // of the least time left
                .forEach(server -> server.comeBack(now));
    }

    private int inService(long now) {
        return (int) servers.stream().filter(server -> !server.isEjected(now)).count();
    }

    private int share() {
        int all = servers.size();
        return Math.min(Math.max(1, all * policy.maxEjectionPercent() / 100), Math.max(0, all - 1));
    }
}
