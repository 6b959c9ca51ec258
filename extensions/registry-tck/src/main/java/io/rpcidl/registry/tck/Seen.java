package io.rpcidl.registry.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What a listener was told, in order, and whether it was told as it should be. */
final class Seen implements Registry.Listener {

    private final Duration patience;
    private final AtomicInteger inside = new AtomicInteger();
    private volatile boolean twoAtATime;
    private final List<List<Instance>> lists = new ArrayList<>(); // guarded by this
    private final List<String> reasons = new ArrayList<>(); // guarded by this
    private Registry.@Nullable Watch watch;

    Seen(Duration patience) {
        this.patience = patience;
    }

    /** Notes by which watch it is told. */
    void follows(Registry.Watch newWatch) {
        watch = newWatch;
    }

    Registry.Watch watch() {
        if (watch == null) {
            throw new IllegalStateException("told by no watch");
        }
        return watch;
    }

    @Override
    public void instances(List<Instance> instances) {
        told(() -> lists.add(List.copyOf(instances)));
    }

    @Override
    public void unreachable(String reason) {
        told(() -> reasons.add(reason));
    }

    private void told(Runnable note) {
        twoAtATime |= inside.incrementAndGet() > 1;
        Thread.yield(); // whoever else calls now is caught
        synchronized (this) {
            note.run();
            notifyAll();
        }
        inside.decrementAndGet();
    }

    void assertToldOneAtATime() {
        assertFalse(twoAtATime, "a listener was called by two threads at a time");
    }

    /** Waits until these are the servers, each of them as it is. */
    void await(Instance... servers) throws InterruptedException {
        await(List.of(servers));
    }

    void await(Collection<Instance> servers) throws InterruptedException {
        Set<Instance> wanted = new HashSet<>(servers);
        List<Instance> last =
                await("the servers " + wanted, list -> list.size() == wanted.size() && wanted.containsAll(list));
        assertEquals(servers.size(), last.size());
    }

    /** Waits for a list, and returns it. */
    synchronized List<Instance> await(String what, Predicate<List<Instance>> wanted) throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (lists.isEmpty() || !wanted.test(lists.get(lists.size() - 1))) {
            pause(end, what);
        }
        return lists.get(lists.size() - 1);
    }

    /** Waits until it is told that the registry cannot be reached; returns why. */
    synchronized String awaitUnreachable() throws InterruptedException {
        long end = System.nanoTime() + patience.toNanos();
        while (reasons.isEmpty()) {
            pause(end, "that the registry cannot be reached");
        }
        String reason = reasons.get(reasons.size() - 1);
        assertTrue(!reason.isBlank() && reason.lines().count() == 1, "not one line: '" + reason + "'");
        return reason;
    }

    private void pause(long end, String what) throws InterruptedException {
        long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
        if (left <= 0) {
            throw new AssertionError("not seen within " + patience.toSeconds() + " s: " + what + "; last "
                    + (lists.isEmpty() ? "nothing" : lists.get(lists.size() - 1)) + ", reasons " + reasons);
        }
        wait(left);
    }

    /** Returns all lists so far, oldest first. */
    synchronized List<List<Instance>> lists() {
        return List.copyOf(lists);
    }

    /** Asserts that since it was first listed a server was in every list. */
    void assertAlwaysListed(Instance server) {
        boolean listed = false;
        for (List<Instance> list : lists()) {
            boolean here = list.stream().anyMatch(each -> each.id().equals(server.id()));
            assertTrue(here || !listed, () -> server.id() + " was missing for a while: " + lists());
            listed |= here;
        }
        assertTrue(listed, server.id() + " was never listed");
    }
}
