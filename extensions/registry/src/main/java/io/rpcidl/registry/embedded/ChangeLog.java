package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.Changes;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one service, or all, in the order in which they changed last, those that went among them for as long as the
 * history reaches. So a whole list is what has changed since the beginning, and is read in pieces like any other. Guarded by
 * the lock of its table.
 */
final class ChangeLog {

    /** With one server more, and six times as long where all has to be escaped, it is still below the 4 MiB of a message. */
    private static final int LONGEST_ANSWER = 256 * 1024;

    /** A server that came, changed or, where there is none, went. */
    private record Change(String id, @Nullable ServerInstance server) {}

    private final TreeMap<Long, Change> changes = new TreeMap<>();
    private final Set<Waiting> waiting = new LinkedHashSet<>();
    private long last;
    private long horizon; // who went up to here may be forgotten

    ChangeLog(long horizon) {
        this.last = horizon;
        this.horizon = horizon;
    }

    /**
     * Notes a change.
     *
     * @param before the revision at which the server stood so far, if it did
     * @param server null if it went
     */
    void put(long revision, @Nullable Long before, String id, @Nullable ServerInstance server) {
        if (before != null) {
            changes.remove(before);
        }
        changes.put(revision, new Change(id, server));
        last = revision;
    }

    /** Forgets a server that went. */
    void forget(long revision) {
        changes.remove(revision);
        horizon = Math.max(horizon, revision);
    }

    /** Returns the revision behind which it knows everything, if there is nothing in it and nobody waits. */
    @Nullable
    Long emptySince() {
        return changes.isEmpty() && waiting.isEmpty() ? horizon : null;
    }

    void add(Waiting caller) {
        waiting.add(caller);
    }

    void remove(Waiting caller) {
        waiting.remove(caller);
    }

    /** Returns all who wait, who do so no more. */
    List<Waiting> takeWaiting() {
        List<Waiting> taken = List.copyOf(waiting);
        waiting.clear();
        return taken;
    }

    /** Returns whether there is nothing to say to a caller. */
    boolean isCurrent(Known known) {
        return isWithin(known) && last <= known.revision();
    }

    private boolean isWithin(Known known) {
        return known.base() >= horizon;
    }

    /** Returns what a caller lacks, or a piece of that. */
    Changes since(Known caller, String epoch, long current) {
        boolean whole = !isWithin(caller);
        Known known = whole ? new Known(0, current) : caller;
        Map<String, ServerInstance> servers = new LinkedHashMap<>();
        Set<String> gone = new LinkedHashSet<>();
        long end = current;
        int length = 0;
        for (Map.Entry<Long, Change> each :
                changes.tailMap(known.revision(), false).entrySet()) {
            ServerInstance server = each.getValue().server();
            String id = each.getValue().id();
            if (length > LONGEST_ANSWER) {
                return answer(epoch, end, whole, gone, servers)
                        .more(true)
                        .base(known.base() > end ? known.base() : null)
                        .build();
            }
            servers.remove(id);
            if (server != null) {
                servers.put(id, server);
                length += Sizes.written(server);
            } else if (each.getKey() > known.base()) {
                gone.add(id);
                length += Sizes.written(id);
            }
            end = each.getKey();
        }
        return answer(epoch, current, whole, gone, servers).build();
    }

    private static Changes.Builder answer(
            String epoch, long revision, boolean whole, Set<String> gone, Map<String, ServerInstance> servers) {
        return Changes.builder()
                .epoch(epoch)
                .revision(revision)
                .whole(whole)
                .gone(new ArrayList<>(gone))
                .servers(new ArrayList<>(servers.values()));
    }
}
