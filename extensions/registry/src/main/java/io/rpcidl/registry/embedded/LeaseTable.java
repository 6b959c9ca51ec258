package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.RegistryFullException;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.registry.embedded.contract.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is registered, until when, and who waits to hear of a change. Time is what its clock says, so that leases can be
 * tested without waiting; {@link #advance} is to be called every now and then. Safe for any number of threads.
 */
final class LeaseTable {

    static final int MAX_INSTANCES = 100_000;

    private record Lease(ServerInstance instance, long expires) {}

    private record Waiting(@Nullable String service, long until, CompletableFuture<Snapshot> answer) {}

    private final LongSupplier nanoClock;
    private final String epoch = UUID.randomUUID().toString();
    private final Map<String, Lease> leases = new LinkedHashMap<>();
    private final Map<String, Long> revisions = new HashMap<>();
    private final List<Waiting> waiting = new ArrayList<>();
    private long revision;

    LeaseTable(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
    }

    /** Adds an instance or renews its lease. */
    void register(ServerInstance instance, Duration lease) {
        List<Runnable> answers;
        synchronized (this) {
            Lease before = leases.get(instance.id());
            if (before == null && leases.size() >= MAX_INSTANCES) {
                throw RegistryFullException.builder("the registry holds " + MAX_INSTANCES + " servers and no more")
                        .limit(MAX_INSTANCES)
                        .build();
            }
            leases.put(instance.id(), new Lease(instance, nanoClock.getAsLong() + lease.toNanos()));
            boolean same = before != null && before.instance().equals(instance);
            answers = same ? List.of() : changed(before == null ? null : before.instance(), instance);
        }
        answers.forEach(Runnable::run);
    }

    /** Takes an instance out. */
    void deregister(String id) {
        List<Runnable> answers;
        synchronized (this) {
            Lease before = leases.remove(id);
            answers = before == null ? List.of() : changed(before.instance(), null);
        }
        answers.forEach(Runnable::run);
    }

    /** Answers with a service's instances, or with all, once they are others than the caller knows or its wait is over. */
    synchronized CompletableFuture<Snapshot> watch(
            @Nullable String service, Duration wait, @Nullable String knownEpoch, @Nullable Long knownRevision) {
        boolean knows = epoch.equals(knownEpoch) && Objects.equals(revisionOf(service), knownRevision);
        if (!knows || wait.isZero()) {
            return CompletableFuture.completedFuture(snapshot(service));
        }
        CompletableFuture<Snapshot> answer = new CompletableFuture<>();
        waiting.add(new Waiting(service, nanoClock.getAsLong() + wait.toNanos(), answer));
        return answer;
    }

    /** Takes out instances whose lease has passed, and answers those who have waited long enough. */
    void advance() {
        long now = nanoClock.getAsLong();
        List<Runnable> answers = new ArrayList<>();
        synchronized (this) {
            for (Lease lease : List.copyOf(leases.values())) {
                if (lease.expires() - now <= 0) {
                    leases.remove(lease.instance().id());
                    answers.addAll(changed(lease.instance(), null));
                }
            }
            waiting.removeIf(each -> each.until() - now <= 0 && answers.add(answer(each)));
        }
        answers.forEach(Runnable::run);
    }

    /** Notes that an instance came, went or changed, and returns the answers that are due now. */
    private List<Runnable> changed(@Nullable ServerInstance before, @Nullable ServerInstance after) {
        revision++;
        for (ServerInstance each : new ServerInstance[] {before, after}) {
            if (each != null) {
                each.services().forEach(service -> revisions.put(service, revision));
            }
        }
        List<Runnable> answers = new ArrayList<>();
        waiting.removeIf(each -> revisionOf(each.service()) == revision && answers.add(answer(each)));
        return answers;
    }

    private Runnable answer(Waiting each) {
        Snapshot snapshot = snapshot(each.service());
        return () -> each.answer().complete(snapshot);
    }

    private long revisionOf(@Nullable String service) {
        return service == null ? revision : revisions.getOrDefault(service, 0L);
    }

    private Snapshot snapshot(@Nullable String service) {
        List<ServerInstance> found = leases.values().stream()
                .map(Lease::instance)
                .filter(instance -> service == null || instance.services().contains(service))
                .toList();
        return Snapshot.builder()
                .epoch(epoch)
                .revision(revisionOf(service))
                .instances(found)
                .build();
    }
}
