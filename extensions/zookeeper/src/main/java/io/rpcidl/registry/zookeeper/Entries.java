package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known of the nodes, by their names. When a session was lost, the ZooKeeper may have forgotten everybody, or servers may have lost
 * theirs with it and need a moment: who is missing then stays for two sessions more. Methods return whether
 * something may have changed. For one thread.
 */
final class Entries {

    static final int MAX_SERVERS = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Entries.class);
    private static final long ANY_TIME = -1;

    /** A node; null is the instance of one that is no server's. */
    private record Entry(long mzxid, @Nullable Instance instance) {}

    private final Target target;
    private final LongSupplier nanoClock;
    private final Map<String, Entry> all = new TreeMap<>();
    private final Set<String> missed = new TreeSet<>(); // not there any more, and still listed
    private long doubtUntil;
    private boolean full; // and said so

    Entries(Target target, LongSupplier nanoClock) {
        this.target = target;
        this.nanoClock = nanoClock;
        this.doubtUntil = nanoClock.getAsLong();
    }

    /** Begins to doubt that who is missing is gone. The ZooKeeper may be another one, which counts from the beginning. */
    void doubt() {
        doubtUntil = nanoClock.getAsLong() + target.doubt().toNanos();
        all.replaceAll((name, entry) -> new Entry(ANY_TIME, entry.instance()));
    }

    /** Ends the doubt, if its time is over. */
    boolean endDoubt() {
        boolean over = !isDoubting() && !missed.isEmpty();
        if (over) {
            missed.forEach(all::remove);
            missed.clear();
        }
        return over;
    }

    private boolean isDoubting() {
        return doubtUntil - nanoClock.getAsLong() > 0;
    }

    /** Takes out all but those that are there, and returns whom to read. */
    Set<String> retain(Collection<String> names) {
        Set<String> there = new TreeSet<>(names);
        if (there.size() > MAX_SERVERS) {
            sayFull();
            there = new TreeSet<>(there.stream().limit(MAX_SERVERS).toList());
        } else {
            full = false;
        }
        for (String name : List.copyOf(all.keySet())) {
            if (!there.contains(name)) {
                remove(name);
            }
        }
        return there;
    }

    boolean put(String name, byte[] value, long mzxid) {
        missed.remove(name);
        Entry before = all.get(name);
        if (before == null && all.size() >= MAX_SERVERS) {
            sayFull();
            return false;
        }
        if (before != null && before.mzxid() >= mzxid) {
            return false; // is known already
        }
        try {
            all.put(name, new Entry(mzxid, Node.read(name, value)));
        } catch (IllegalArgumentException e) {
            return leaveOut(name, mzxid, String.valueOf(e.getMessage()));
        }
        return true;
    }

    /** Notes a node that nobody lets us read. */
    boolean leaveOut(String name, String reason) {
        Entry before = all.get(name);
        return (before == null || before.instance() != null) && leaveOut(name, ANY_TIME, reason);
    }

    private boolean leaveOut(String name, long mzxid, String reason) {
        LOG.warn("{}: entry {} left out: {}", target, Node.printable(name), reason);
        all.put(name, new Entry(mzxid, null));
        return true;
    }

    boolean remove(String name) {
        if (isDoubting()) {
            missed.add(name);
            return false;
        }
        return all.remove(name) != null;
    }

    /** Returns the servers, in the order of their names. */
    List<Instance> servers() {
        return all.values().stream()
                .map(Entry::instance)
                .filter(Objects::nonNull)
                .toList();
    }

    private void sayFull() {
        if (!full) {
            full = true;
            LOG.error("{}: more than {} servers, others are left out", target, MAX_SERVERS);
        }
    }
}
