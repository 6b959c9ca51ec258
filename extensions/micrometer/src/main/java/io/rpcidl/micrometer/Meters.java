package io.rpcidl.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.rpcidl.runtime.Status;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The meters under one name, found by method and status without a look into the registry. */
final class Meters {

    /** Those that are told at an end. */
    record Ended(Timer duration, DistributionSummary sent, DistributionSummary received) {}

    private record Key(String method, String status) {}

    private final MeterRegistry registry;
    private final String name;
    private final Tags tags;
    private final Map<String, Counter> started = new ConcurrentHashMap<>();
    private final Map<Key, Counter> refused = new ConcurrentHashMap<>();
    private final Map<Key, Ended> ended = new ConcurrentHashMap<>();

    Meters(MeterRegistry registry, String name, List<Tag> tags) {
        this.registry = registry;
        this.name = name;
        this.tags = Tags.of(tags);
    }

    Counter started(String method) {
        return started.computeIfAbsent(method, each -> registry.counter(name + ".started", tags.and("method", each)));
    }

    Counter refused(String method, Status status) {
        return refused.computeIfAbsent(
                new Key(method, status.code().name()),
                key -> registry.counter(name, tags.and("method", key.method(), "status", key.status())));
    }

    Ended of(String method, @Nullable Status failure) {
        Key key = new Key(method, failure == null ? "OK" : failure.code().name());
        return ended.computeIfAbsent(key, this::make);
    }

    private Ended make(Key key) {
        Tags all = tags.and("method", key.method(), "status", key.status());
        return new Ended(
                registry.timer(name + ".duration", all), bytes(name + ".sent", all), bytes(name + ".received", all));
    }

    private DistributionSummary bytes(String what, Tags all) {
        return DistributionSummary.builder(what).baseUnit("bytes").tags(all).register(registry);
    }
}
