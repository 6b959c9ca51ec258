package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.transport.thread.Workers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The servers that are known, and who is told of them. Changes of a few milliseconds are told together. All but {@link #run},
 * {@link #watch}, {@link #sessionLost} and {@link #close} is called on its own thread, and so are listeners.
 *
 * <p>When a session was lost, the ZooKeeper may have forgotten everybody, or servers may have lost theirs with it and need a moment: who is
 * missing then is listed for the length of a session more.
 */
final class Directory {

    static final int MAX_SERVERS = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final int TOGETHER_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 3;

    /** A node; null is the instance of one that is no server's. */
    private record Entry(long mzxid, @Nullable Instance instance) {

        Entry ofAnyTime() {
            return new Entry(-1, instance);
        }
    }

    private final Target target;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Workers.daemons("rpcidl-zookeeper-list"));
    private final Map<String, Entry> entries = new TreeMap<>();
    private final Set<String> missed = new TreeSet<>(); // not there any more, and still listed
    private final List<Followed> watches = new ArrayList<>();
    private @Nullable List<Instance> known; // as it was told last; null until all was read once
    private boolean whole; // no reading is under way
    private boolean telling; // it is about to be told
    private boolean lost; // the session, before this reading
    private long doubtUntil = System.nanoTime();
    private boolean full;
    private @Nullable String failure;

    Directory(Target target) {
        this.target = target;
    }

    /** Runs something on this directory's thread, in the order in which it is asked to. */
    void run(Runnable task) {
        runLater(0, TimeUnit.SECONDS, task);
    }

    void runLater(long delay, TimeUnit unit, Runnable task) {
        try {
            thread.schedule(() -> safely(task), delay, unit);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: closed meanwhile", target);
        }
    }

    private void safely(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("{}: the list of servers", target, e);
        }
    }

    Registry.Watch watch(Predicate<Instance> wanted, Registry.Listener listener) {
        Followed watch = new Followed(wanted, listener, closed -> run(() -> watches.remove(closed)));
        run(() -> {
            watches.add(watch);
            if (known != null) {
                watch.tell(known);
            }
        });
        runLater(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
            String reason = Objects.requireNonNullElse(failure, "it does not answer");
            watch.tellUnreachable("no server is known yet from " + target + ": " + reason);
        });
        return watch;
    }

    void sessionLost() {
        run(() -> lost = true);
    }

    void beginReading() {
        whole = false;
    }

    void cannotRead(String reason) {
        failure = reason;
    }

    /** Takes out all but those that are there. */
    void retain(Set<String> names) {
        if (lost) {
            lost = false;
            entries.replaceAll((name, entry) ->
                    entry.ofAnyTime()); // the ZooKeeper may be another one, and count from the beginning
            doubtUntil = System.nanoTime() + target.session().toNanos();
            runLater(target.session().toMillis() + TOGETHER_MILLIS, TimeUnit.MILLISECONDS, this::endDoubt);
        }
        List.copyOf(entries.keySet()).stream()
                .filter(name -> !names.contains(name))
                .forEach(this::remove);
    }

    void endReading() {
        whole = true;
        failure = null;
        if (known == null) {
            tell();
        } else {
            tellSoon();
        }
    }

    void put(String name, byte[] value, long mzxid) {
        missed.remove(name);
        Entry before = entries.get(name);
        if (before != null && before.mzxid() >= mzxid) {
            return;
        }
        if (before == null && entries.size() >= MAX_SERVERS) {
            if (!full) {
                LOG.error("{}: more than {} servers, others are left out", target, MAX_SERVERS);
            }
            full = true;
            return;
        }
        entries.put(name, new Entry(mzxid, read(name, value)));
        tellSoon();
    }

    private @Nullable Instance read(String name, byte[] value) {
        try {
            return Node.read(name, value);
        } catch (IllegalArgumentException e) {
            LOG.warn("{}: entry {} left out: {}", target, Node.printable(name), e.getMessage());
            return null;
        }
    }

    void remove(String name) {
        if (doubtUntil - System.nanoTime() > 0) {
            missed.add(name);
        } else if (entries.remove(name) != null) {
            tellSoon();
        }
    }

    private void endDoubt() {
        if (doubtUntil - System.nanoTime() <= 0) {
            missed.forEach(entries::remove);
            missed.clear();
            tellSoon();
        }
    }

    private void tellSoon() {
        if (!telling) {
            telling = true;
            runLater(TOGETHER_MILLIS, TimeUnit.MILLISECONDS, () -> {
                telling = false;
                if (whole) {
                    tell();
                }
            });
        }
    }

    private void tell() {
        List<Instance> now = entries.values().stream()
                .map(Entry::instance)
                .filter(Objects::nonNull)
                .toList();
        known = now;
        List.copyOf(watches).forEach(watch -> safely(() -> watch.tell(now))); // one that fails spoils no other
    }

    void close() {
        List<Runnable> left = thread.shutdownNow();
        LOG.debug("{}: closed, {} tasks left", target, left.size());
    }
}
