package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.ServerInstance;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What changed, by service and of all services together. A change costs as much as the server has services; who went is
 * remembered for a while, so that callers who missed it need not be told everything. Guarded by the lock of its table.
 */
final class ChangeLogs {

    /** That somebody went, in one of the logs. */
    private record Gone(@Nullable String service, long revision) {}

    private final int history;
    private final ChangeLog all = new ChangeLog(0);
    private final Map<String, ChangeLog> logs = new HashMap<>();
    private final Deque<Gone> gone = new ArrayDeque<>();
    private long revision;
    private long forgotten; // logs that are not kept may have had changes up to here

    /** Makes them, with a limit to what is remembered of those who went, one for each of their services and one for all. */
    ChangeLogs(int history) {
        this.history = history;
    }

    long revision() {
        return revision;
    }

    /** Returns a log to read, which need not be kept. */
    ChangeLog of(@Nullable String service) {
        if (service == null) {
            return all;
        }
        ChangeLog kept = logs.get(service);
        return kept == null ? new ChangeLog(forgotten) : kept;
    }

    /** Keeps a caller who waits. */
    void add(Waiting caller) {
        keep(caller.service).add(caller);
    }

    /** Forgets one. */
    void remove(Waiting caller) {
        of(caller.service).remove(caller);
        tidy(caller.service);
    }

    /**
     * Notes that a server came, changed or went, and returns who waits for that.
     *
     * @param stood the revision of its last change, if it was there
     */
    List<Waiting> changed(
            String id, @Nullable Long stood, @Nullable ServerInstance before, @Nullable ServerInstance after) {
        revision++;
        Collection<String> were = before == null ? Set.of() : new LinkedHashSet<>(before.services());
        Collection<String> are = after == null ? Set.of() : new LinkedHashSet<>(after.services());
        List<Waiting> due = new ArrayList<>();
        put(null, id, stood, after, due);
        for (String each : are) {
            put(each, id, were.contains(each) ? stood : null, after, due);
        }
        for (String each : were) {
            if (!are.contains(each)) {
                put(each, id, stood, null, due);
            }
        }
        while (gone.size() > history) {
            Gone oldest = gone.remove();
            of(oldest.service()).forget(oldest.revision());
            tidy(oldest.service());
        }
        return due;
    }

    private void put(
            @Nullable String service,
            String id,
            @Nullable Long stood,
            @Nullable ServerInstance server,
            List<Waiting> due) {
        ChangeLog log = keep(service);
        log.put(revision, stood, id, server);
        due.addAll(log.takeWaiting());
        if (server == null) {
            gone.add(new Gone(service, revision));
        }
    }

    private ChangeLog keep(@Nullable String service) {
        return service == null ? all : logs.computeIfAbsent(service, unknown -> new ChangeLog(forgotten));
    }

    private void tidy(@Nullable String service) {
        ChangeLog log = service == null ? null : logs.get(service);
        Long since = log == null ? null : log.emptySince();
        if (since != null) {
            logs.remove(service);
            forgotten = Math.max(forgotten, since);
        }
    }
}
