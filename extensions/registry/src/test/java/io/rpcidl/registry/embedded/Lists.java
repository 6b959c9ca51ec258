package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a watch over sockets is told. */
final class Lists implements Registry.Listener {

    private final BlockingQueue<List<Instance>> lists = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> reasons = new LinkedBlockingQueue<>();

    @Override
    public void instances(List<Instance> instances) {
        lists.add(instances);
    }

    @Override
    public void unreachable(String reason) {
        reasons.add(reason);
    }

    /** Waits for a list, and passes over those before it. */
    List<Instance> await(Predicate<List<Instance>> wanted) throws InterruptedException {
        List<Instance> last = null;
        for (List<Instance> list = next(); list != null; list = next()) {
            last = list;
            if (wanted.test(list)) {
                return list;
            }
        }
        throw new AssertionError("the last list was " + last + ", reasons " + reasons);
    }

    /** Waits until just these are listed. */
    void awaitIds(String... ids) throws InterruptedException {
        TreeSet<String> wanted = new TreeSet<>(List.of(ids));
        await(list -> list.stream()
                .map(Instance::id)
                .collect(Collectors.toCollection(TreeSet::new))
                .equals(wanted));
    }

    String awaitReason() throws InterruptedException {
        return reasons.poll(30, TimeUnit.SECONDS);
    }

    void forgetReasons() {
        reasons.clear();
    }

    void assertNothingMore() {
        assertEquals(List.of(), List.copyOf(lists));
    }

    private List<Instance> next() throws InterruptedException {
        return lists.poll(30, TimeUnit.SECONDS);
    }
}
