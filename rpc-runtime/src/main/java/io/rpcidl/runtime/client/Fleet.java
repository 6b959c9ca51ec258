package io.rpcidl.runtime.client;

import io.rpcidl.registry.Instance;
import io.rpcidl.resilience.OutlierDetection;
import io.rpcidl.resilience.OutlierPolicy;
import io.rpcidl.resilience.ServerHealth;
import io.rpcidl.resilience.SlowStart;
import io.rpcidl.transport.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers of one service, with what is known of each beyond the registry's list: it goes on being known when the registry
 * names its servers anew. Says which of them may be given a call. Safe for any number of threads.
 */
final class Fleet {

    private static final long FIT_NANOS = 10_000_000;
    private static final Logger LOG = LoggerFactory.getLogger(Fleet.class);

    /** The servers of what was known when they were listed. */
    private record Listed(Servers.@Nullable Known known, List<Candidate> servers) {}

    /** Which of some servers may be given a call, for a while. */
    private record Fit(List<Candidate> of, List<Candidate> servers, long until) {}

    private final String service;
    private final Function<Instance, EndpointChannel> channels;
    private final SlowStart slowStart;
    private final OutlierDetection outliers;
    private volatile @Nullable Fit fit;
    private volatile Listed listed = new Listed(null, List.of()); // replaced under the lock of this

    Fleet(String service, Function<Instance, EndpointChannel> channels, OutlierPolicy policy, SlowStart slowStart) {
        this.service = service;
        this.channels = channels;
        this.slowStart = slowStart;
        this.outliers = new OutlierDetection(policy, System.nanoTime());
    }

    /** Returns the servers that are listed, in the order of the registry. */
    List<Candidate> of(Servers.Known known, List<Instance> instances) {
        Listed last = listed;
        return last.known() == known ? last.servers() : list(known, instances);
    }

    private synchronized List<Candidate> list(Servers.Known known, List<Instance> instances) {
        if (listed.known() == known) {
            return listed.servers();
        }
        long now = System.nanoTime();
        Map<String, Server> before = new HashMap<>();
        listed.servers().forEach(each -> before.put(each.instance().id(), (Server) each));
        List<Candidate> servers = new ArrayList<>();
        for (Instance instance : instances) {
            Server same = before.remove(instance.id());
            servers.add(
                    same != null
                            ? same.as(instance)
                            : new Server(
                                    instance, outliers.add(instance.endpoint().toString(), now), slowStart, channels));
        }
        before.values().forEach(gone -> outliers.remove(gone.health(), now));
        listed = new Listed(known, List.copyOf(servers));
        return listed.servers();
    }

    /**
     * Leaves out, of some servers, those that are not to be given a call as long as there are others: those that were unreachable a
     * moment ago, then those that do worse than others, then those of weight 0, then the one where the call has just failed. Makes no
     * list where none is left out. What it finds of all servers stands for 10 ms, or until a call fails: else each call would
     * look at each server.
     *
     * @param lately where the call failed, or null
     */
    List<Candidate> available(List<Candidate> all, @Nullable Endpoint lately) {
        if (all.size() == 1) {
            return all;
        }
        long now = System.nanoTime();
        Fit last = fit;
        List<Candidate> found;
        if (last != null && last.of() == all && last.until() - now > 0) {
            found = last.servers();
        } else {
            found = fit(all, now);
            fit = new Fit(all, found, now + FIT_NANOS);
        }
        return lately == null
                ? found
                : without(found, each -> each.instance().endpoint().equals(lately));
    }

    private List<Candidate> fit(List<Candidate> all, long now) {
        for (ServerHealth ejected : outliers.sweep(now)) {
            LOG.warn("{} at {} does worse than others, and is left out for a while", service, ejected);
        }
        List<Candidate> up = without(all, each -> each.isDown(now));
        List<Candidate> well = without(up, each -> each.health().isEjected(now));
        return without(well, each -> each.instance().weight() == 0);
    }

    /** A call has failed: what was found of all servers stands no more. */
    void failed() {
        fit = null;
    }

    private static List<Candidate> without(List<Candidate> all, Predicate<Server> unfit) {
        if (all.size() == 1) {
            return all;
        }
        for (Candidate one : all) {
            if (unfit.test((Server) one)) {
                List<Candidate> rest =
                        all.stream().filter(each -> !unfit.test((Server) each)).toList();
                return rest.isEmpty() ? all : rest;
            }
        }
        return all;
    }
}
