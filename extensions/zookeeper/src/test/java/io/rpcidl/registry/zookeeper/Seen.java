package io.rpcidl.registry.zookeeper;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** The lists that a listener was told, in order. */
final class Seen implements Registry.Listener {

    private static final long PATIENCE_MILLIS = 60_000;

    private final List<List<Instance>> lists = new ArrayList<>(); // guarded by this
    private final List<String> reasons = new ArrayList<>(); // guarded by this

    @Override
    public synchronized void instances(List<Instance> instances) {
        lists.add(instances);
        notifyAll();
    }

    @Override
    public synchronized void unreachable(String reason) {
        reasons.add(reason);
        notifyAll();
    }

    void await(Instance... servers) throws InterruptedException {
        Set<Instance> wanted = Set.of(servers);
        await("the servers " + wanted, list -> Set.copyOf(list).equals(wanted));
    }

    synchronized void await(String what, Predicate<List<Instance>> wanted) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (lists.isEmpty() || !wanted.test(lists.get(lists.size() - 1))) {
            pause(end, what);
        }
    }

    synchronized String awaitUnreachable() throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (reasons.isEmpty()) {
            pause(end, "why it cannot be reached");
        }
        return reasons.get(0);
    }

    private void pause(long end, String what) throws InterruptedException {
        long left = end - System.currentTimeMillis();
        assertTrue(left > 0, () -> "not seen: " + what + "; last " + (lists.isEmpty() ? "nothing" : last()));
        wait(left);
    }

    private List<Instance> last() {
        return lists.get(lists.size() - 1);
    }

    synchronized boolean isUnreachable() {
        return !reasons.isEmpty();
    }

    /** Asserts that since they were all listed first, no list was without one of them. */
    synchronized void assertNobodyMissed(Instance... servers) {
        boolean all = false;
        for (List<Instance> list : lists) {
            boolean here = Set.copyOf(list.stream().map(Instance::id).toList())
                    .containsAll(List.of(servers).stream().map(Instance::id).toList());
            assertTrue(here || !all, () -> "somebody was missing: " + lists);
            all |= here;
        }
        assertTrue(all, "they were never all listed");
    }
}
