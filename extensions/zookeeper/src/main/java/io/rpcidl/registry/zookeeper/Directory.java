package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.transport.thread.Workers;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
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
 */
final class Directory {

    private static final Logger LOG = LoggerFactory.getLogger(Directory.class);
    private static final int TOGETHER_MILLIS = 20;
    private static final int PATIENCE_SECONDS = 3;

    private final Target target;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(Workers.daemons("rpcidl-zookeeper-list"));
    private final Entries entries;
    private final List<Followed> watches = new ArrayList<>();
    private @Nullable List<Instance> known; // as it was told last; null until all was read once
    private boolean whole; // no reading is under way
    private boolean telling; // it is about to be told
    private boolean lost; // the session, before this reading
    private @Nullable String failure;

    Directory(Target target) {
        this.target = target;
        this.entries = new Entries(target, System::nanoTime);
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

    /** Takes out all but those that are there, and returns whom to read. */
    Set<String> retain(Collection<String> names) {
        if (lost) {
            lost = false;
            entries.doubt();
            runLater(target.doubt().toMillis() + TOGETHER_MILLIS, TimeUnit.MILLISECONDS, () -> {
                tellSoonIf(entries.endDoubt());
            });
        }
        return entries.retain(names);
    }

    void endReading() {
        whole = true;
        failure = null;
        if (known == null) {
            tell();
        } else {
            tellSoonIf(true);
        }
    }

    void put(String name, byte[] value, long mzxid) {
        tellSoonIf(entries.put(name, value, mzxid));
    }

    void leaveOut(String name, String reason) {
        tellSoonIf(entries.leaveOut(name, reason));
    }

    void remove(String name) {
        tellSoonIf(entries.remove(name));
    }

    private void tellSoonIf(boolean changed) {
        if (changed && !telling) {
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
        List<Instance> now = entries.servers();
        known = now;
        List.copyOf(watches).forEach(watch -> safely(() -> watch.tell(now))); // one that fails spoils no other
    }

    void close() {
        List<Runnable> left = thread.shutdownNow();
        LOG.debug("{}: closed, {} tasks left", target, left.size());
    }
}
