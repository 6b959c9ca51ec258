package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.Changes;
import io.rpcidl.registry.embedded.contract.Registrar;
import io.rpcidl.registry.embedded.contract.RegistryFullException;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who is registered, until when, and who waits to hear of a change. Time is what its clock says, so that leases can be
 * tested without waiting; {@link #advance} is to be called every now and then. A heartbeat costs the logarithm of all leases, a
 * change what its own services cost, the passing of time what it ends. Safe for any number of threads.
 */
final class LeaseTable {

    static final int MAX_INSTANCES = 100_000;
    static final int MAX_WAITING = 10_000;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    /** Of servers of one service, the last 10,000 that went are remembered. */
    private static final int HISTORY = 20_000;

    private record Lease(ServerInstance instance, long revision, int size, long expires, long number) {}

    /** An answer that is ready; it is sent when the lock is free again. */
    private record Answer(Waiting caller, Changes changes) {

        void send() {
            caller.answer.complete(changes);
        }
    }

    private final LongSupplier nanoClock;
    private final long mostBytes;
    private final String epoch = UUID.randomUUID().toString();
    private final Map<String, Lease> leases = new HashMap<>();
    private final ChangeLogs logs;

    // by time, as differences, since the clock may overflow; and by number
    private final TreeSet<Lease> ending = new TreeSet<>((a, b) -> order(a.expires, a.number, b.expires, b.number));
    private final TreeSet<Waiting> waiting = new TreeSet<>((a, b) -> order(a.until, a.number, b.until, b.number));
    private long bytes;
    private long numbers;

    LeaseTable(LongSupplier nanoClock) {
        this(nanoClock, HISTORY, Runtime.getRuntime().maxMemory() / 2);
    }

    LeaseTable(LongSupplier nanoClock, int history, long mostBytes) {
        this.nanoClock = nanoClock;
        this.logs = new ChangeLogs(history);
        this.mostBytes = mostBytes;
    }

    private static int order(long time, long number, long otherTime, long otherNumber) {
        return time == otherTime ? Long.compare(number, otherNumber) : Long.signum(time - otherTime);
    }

    /** Adds an instance or renews its lease. */
    void register(ServerInstance instance, Duration lease) {
        List<Answer> answers = List.of();
        synchronized (this) {
            Lease before = leases.get(instance.id());
            boolean same = before != null && before.instance.equals(instance);
            int size = same ? before.size : Sizes.kept(instance);
            requireRoom(before, size);
            if (!same) {
                answers = changed(instance.id(), before, instance);
            }
            long revision = same ? before.revision : logs.revision();
            ServerInstance kept = same ? before.instance : instance; // of equal ones, one is enough
            put(before, new Lease(kept, revision, size, nanoClock.getAsLong() + lease.toNanos(), numbers++));
        }
        answers.forEach(Answer::send);
    }

    /** Takes an instance out. */
    void deregister(String id) {
        List<Answer> answers;
        synchronized (this) {
            answers = remove(leases.get(id));
        }
        answers.forEach(Answer::send);
    }

    /**
     * Answers with what a caller lacks of a service's instances, or of all, once there is something or its wait is over.
     *
     * @param onCancel takes what is to be done when the caller waits no more
     */
    CompletableFuture<Changes> watch(Registrar.WatchRequest request, Consumer<Runnable> onCancel) {
        Waiting caller;
        synchronized (this) {
            Known known = epoch.equals(request.epoch())
                    ? Known.of(request.revision(), request.base(), logs.revision())
                    : Known.NOTHING;
            ChangeLog log = logs.of(request.service());
            long wait = nanos(request.patience());
            if (wait == 0 || !log.isCurrent(known)) {
                return CompletableFuture.completedFuture(log.since(known, epoch, logs.revision()));
            }
            if (waiting.size() >= MAX_WAITING) {
                throw full(MAX_WAITING + " callers wait for changes, and no more may", MAX_WAITING);
            }
            caller = new Waiting(request.service(), known, nanoClock.getAsLong() + wait, numbers++);
            logs.add(caller);
            waiting.add(caller);
        }
        onCancel.accept(() -> giveUp(caller));
        return caller.answer;
    }

    private static long nanos(Duration patience) {
        if (patience.isNegative()) {
            return 0;
        }
        return (patience.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : patience).toNanos();
    }

    private void giveUp(Waiting caller) {
        Answer answer;
        synchronized (this) {
            if (!waiting.contains(caller)) {
                return;
            }
            answer = answer(caller);
            logs.remove(caller);
        }
        answer.send(); // nobody reads it, but the call has to end
    }

    /** Takes out instances whose lease has passed, and answers those who have waited long enough. */
    void advance() {
        long now = nanoClock.getAsLong();
        List<Answer> answers = new ArrayList<>();
        synchronized (this) {
            while (!ending.isEmpty() && ending.first().expires - now <= 0) {
                answers.addAll(remove(ending.first()));
            }
            while (!waiting.isEmpty() && waiting.first().until - now <= 0) {
                Waiting caller = waiting.first();
                answers.add(answer(caller));
                logs.remove(caller);
            }
        }
        answers.forEach(Answer::send);
    }

    private void requireRoom(@Nullable Lease before, int size) {
        if (before == null && leases.size() >= MAX_INSTANCES) {
            throw full("the registry holds " + MAX_INSTANCES + " servers and no more", MAX_INSTANCES);
        }
        if (bytes + size - (before == null ? 0 : before.size) > mostBytes) {
            int most = leases.size();
            throw full("the registry has no memory for more than the " + most + " servers that it holds", most);
        }
    }

    private static RegistryFullException full(String message, int limit) {
        return RegistryFullException.builder(message).limit(limit).build();
    }

    private List<Answer> remove(@Nullable Lease lease) {
        if (lease == null) {
            return List.of();
        }
        leases.remove(lease.instance.id());
        put(lease, null);
        return changed(lease.instance.id(), lease, null);
    }

    private void put(@Nullable Lease before, @Nullable Lease after) {
        if (before != null) {
            ending.remove(before);
            bytes -= before.size;
        }
        if (after != null) {
            leases.put(after.instance.id(), after);
            ending.add(after);
            bytes += after.size;
        }
    }

    private List<Answer> changed(String id, @Nullable Lease before, @Nullable ServerInstance after) {
        Long stood = before == null ? null : before.revision;
        List<Waiting> due = logs.changed(id, stood, before == null ? null : before.instance, after);
        return due.stream().map(this::answer).toList();
    }

    private Answer answer(Waiting caller) {
        waiting.remove(caller);
        return new Answer(caller, logs.of(caller.service).since(caller.known, epoch, logs.revision()));
    }
}
