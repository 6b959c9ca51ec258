package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One list of what several registries name that do not know each other: whoever is named by one of them is there, for servers
 * register with all. Of a server that is named in two ways, what was said last counts. A registry that answers no more is not
 * believed any longer than a lease, as long as another one answers; if none does, all that is known stays.
 */
final class Union {

    private final long leaseNanos;
    private final LongSupplier nanoClock;
    private final Registry.Listener listener;
    private final List<Part> parts = new ArrayList<>();

    // guarded by this, and so is who is told
    private final Map<String, Instance> latest = new HashMap<>();
    private @Nullable List<Instance> told;

    Union(int count, Duration lease, LongSupplier nanoClock, Registry.Listener listener) {
        this.leaseNanos = lease.toNanos();
        this.nanoClock = nanoClock;
        this.listener = listener;
        for (int i = 0; i < count; i++) {
            parts.add(new Part());
        }
    }

    /** Returns who is to follow each of the registries. */
    List<? extends LongPoll.Follower> followers() {
        return parts;
    }

    /** What one of them says. */
    private final class Part implements LongPoll.Follower {

        private Map<String, Instance> named = Map.of();
        private @Nullable String reason; // why it does not answer
        private boolean heard; // it has said something, or that it cannot
        private long failingSince;

        @Override
        public void instances(List<Instance> instances) {
            synchronized (Union.this) {
                Map<String, Instance> newer = new HashMap<>();
                for (Instance each : instances) {
                    newer.put(each.id(), each);
                    if (!each.equals(named.get(each.id()))) {
                        latest.put(each.id(), each);
                    }
                }
                named = newer;
                heard = true;
                tell();
            }
        }

        @Override
        public void answered() {
            synchronized (Union.this) {
                if (reason != null) {
                    reason = null;
                    tell();
                }
            }
        }

        @Override
        public void unreachable(String why) {
            synchronized (Union.this) {
                if (reason == null) {
                    failingSince = nanoClock.getAsLong();
                }
                reason = why;
                heard = true;
                if (parts.stream().allMatch(each -> each.reason != null)) {
                    listener.unreachable(why);
                } else {
                    tell(); // its time may be over
                }
            }
        }

        private boolean counts() {
            return reason == null || nanoClock.getAsLong() - failingSince < leaseNanos;
        }
    }

    /** Tells the list if it is another; the first once all have been heard, for half a list may be an empty one. */
    private void tell() {
        boolean anyAnswers = parts.stream().anyMatch(each -> each.reason == null);
        if (!parts.stream().allMatch(each -> each.heard) || !anyAnswers) {
            return;
        }
        Map<String, Instance> all = new TreeMap<>();
        for (Part each : parts) {
            if (each.counts()) {
                each.named.keySet().forEach(id -> all.put(id, latest.get(id)));
            }
        }
        latest.keySet().removeIf(id -> parts.stream().noneMatch(each -> each.named.containsKey(id)));
        List<Instance> now = List.copyOf(all.values());
        if (!now.equals(told)) {
            told = now;
            listener.instances(now);
        }
    }
}
