package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.embedded.contract.Changes;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.transport.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a watch knows, from one answer after another. A registry of another epoch was restarted, and has not heard of everybody
 * yet: for a while, the length of a lease, the servers known before stay listed beside those that it names. Not for several
 * threads at once.
 */
final class Followed {

    private static final Logger LOG = LoggerFactory.getLogger(Followed.class);

    private final String target;
    private final long graceNanos;
    private final LongSupplier nanoClock;
    private final Map<String, Instance> servers = new TreeMap<>(); // an order that no restart changes
    private @Nullable Changes last; // without its lists
    private @Nullable List<Instance> told;
    private List<Instance> before = List.of(); // what an earlier run of the registry has named
    private long doubtEnds;

    Followed(String target, Duration grace, LongSupplier nanoClock) {
        this.target = target;
        this.graceNanos = grace.toNanos();
        this.nanoClock = nanoClock;
    }

    /** Returns the last answer, for what it says of itself; its lists are empty. */
    @Nullable
    Changes last() {
        return last;
    }

    /** Returns for how long servers stay listed that the registry does not name; zero if there are none. */
    Duration doubt() {
        return before.isEmpty() ? Duration.ZERO : Duration.ofNanos(Math.max(1, doubtEnds - nanoClock.getAsLong()));
    }

    /** Takes an answer; returns the servers that there are now, if these are not those that it returned last. */
    @Nullable
    List<Instance> take(Changes changes) {
        if (changes.whole()) {
            if (last != null && told != null && !last.epoch().equals(changes.epoch())) {
                before = told;
                doubtEnds = nanoClock.getAsLong() + graceNanos;
            }
            servers.clear();
        }
        last = changes.toBuilder().servers(List.of()).gone(List.of()).build();
        changes.gone().forEach(servers::remove);
        changes.servers().forEach(this::put);
        if (changes.more()) {
            return null;
        }
        List<Instance> now = listed();
        if (now.equals(told)) {
            return null;
        }
        told = now;
        return now;
    }

    private void put(ServerInstance server) {
        try {
            servers.put(server.id(), Conversions.fromContract(server));
        } catch (IllegalArgumentException e) {
            servers.remove(server.id());
            LOG.warn("{}: entry left out: {}", target, e.getMessage());
        }
    }

    private List<Instance> listed() {
        if (!before.isEmpty() && doubtEnds - nanoClock.getAsLong() <= 0) {
            before = List.of();
        }
        if (before.isEmpty()) {
            return List.copyOf(servers.values());
        }
        Set<Endpoint> named = servers.values().stream().map(Instance::endpoint).collect(Collectors.toSet());
        Map<String, Instance> all = new TreeMap<>(servers);
        before.stream().filter(each -> !named.contains(each.endpoint())).forEach(each -> all.put(each.id(), each));
        return List.copyOf(all.values());
    }
}
