package io.rpcidl.registry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a listener was told, in order: lists of servers, and reasons why nothing is known. */
final class Seen implements Registry.Listener {

    private final BlockingQueue<Object> told = new LinkedBlockingQueue<>();

    @Override
    public void instances(List<Instance> instances) {
        told.add(instances);
    }

    @Override
    public void unreachable(String reason) {
        told.add(reason);
    }

    /** Waits for the next thing that is told. */
    Object next() throws InterruptedException {
        Object next = told.poll(20, TimeUnit.SECONDS);
        assertNotNull(next, "nothing was told");
        return next;
    }

    /** Returns the addresses of the next list. */
    List<String> endpoints() throws InterruptedException {
        return ((List<?>) next())
                .stream().map(each -> ((Instance) each).endpoint().toString()).toList();
    }

    void assertNothingMore() {
        assertEquals(List.of(), List.copyOf(told));
    }
}
