package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.registry.embedded.contract.Snapshot;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Leases and watches on a clock that the test moves. */
class LeaseTableTest {

    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final Duration WAIT = Duration.ofSeconds(3);

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // about to overflow, as it may
    private final LeaseTable table = new LeaseTable(clock::get);

    @Test
    void listsWhatIsRegisteredForAService() {
        table.register(instance("a", "s"), LEASE);
        table.register(instance("b", "s", "t"), LEASE);
        assertEquals(List.of("a", "b"), ids("s"));
        assertEquals(List.of("b"), ids("t"));
        assertEquals(List.of(), ids("u"));
        table.deregister("a");
        table.deregister("nobody");
        assertEquals(List.of("b"), ids("s"));
    }

    @Test
    void forgetsWhoseLeaseHasPassed() {
        table.register(instance("a", "s"), LEASE);
        advance(Duration.ofSeconds(9));
        table.register(instance("b", "s"), LEASE);
        assertEquals(List.of("a", "b"), ids("s"));
        advance(Duration.ofSeconds(1));
        assertEquals(List.of("b"), ids("s"));
    }

    @Test
    void keepsWhoRenewsItsLease() {
        for (int i = 0; i < 5; i++) {
            table.register(instance("a", "s"), LEASE);
            advance(Duration.ofSeconds(9));
        }
        assertEquals(List.of("a"), ids("s"));
    }

    @Test
    void answersAWatchWhenSomethingChanges() {
        Snapshot first = now("s");
        CompletableFuture<Snapshot> watch = watch("s", first);
        assertFalse(watch.isDone());
        table.register(instance("a", "t"), LEASE);
        assertFalse(watch.isDone(), "another service");
        table.register(instance("b", "s"), LEASE);
        assertEquals(List.of("b"), ids(watch.join()));
        assertTrue(watch.join().revision() > first.revision());
    }

    @Test
    void answersAWatchWhenALeasePasses() {
        table.register(instance("a", "s"), LEASE);
        advance(Duration.ofSeconds(9));
        CompletableFuture<Snapshot> watch = watch("s", now("s"));
        advance(Duration.ofSeconds(1));
        assertEquals(List.of(), ids(watch.join()));
    }

    @Test
    void doesNotAnswerAWatchForARenewal() {
        table.register(instance("a", "s"), LEASE);
        CompletableFuture<Snapshot> watch = watch("s", now("s"));
        table.register(instance("a", "s"), LEASE);
        assertFalse(watch.isDone());
        table.register(instance("a", "s").toBuilder().port(2).build(), LEASE);
        assertEquals(2, watch.join().instances().get(0).port());
    }

    @Test
    void answersAWatchAfterItsWaitWithTheSameRevision() {
        Snapshot first = now("s");
        CompletableFuture<Snapshot> watch = watch("s", first);
        advance(WAIT.minusMillis(1));
        assertFalse(watch.isDone());
        advance(Duration.ofMillis(1));
        assertEquals(first, watch.join());
    }

    @Test
    void answersAtOnceWhoKnowsAnotherRevisionOrAnotherRun() {
        table.register(instance("a", "s"), LEASE);
        Snapshot known = now("s");
        table.deregister("a");
        assertTrue(watch("s", known).isDone());
        Snapshot other =
                new LeaseTable(clock::get).watch("s", Duration.ZERO, null, null).join();
        assertNotEquals(other.epoch(), known.epoch());
        assertTrue(watch("s", other).isDone());
    }

    private void advance(Duration time) {
        clock.addAndGet(time.toNanos());
        table.advance();
    }

    private Snapshot now(String service) {
        return table.watch(service, Duration.ZERO, null, null).join();
    }

    private CompletableFuture<Snapshot> watch(String service, Snapshot known) {
        return table.watch(service, WAIT, known.epoch(), known.revision());
    }

    private List<String> ids(String service) {
        return ids(now(service));
    }

    private static List<String> ids(Snapshot snapshot) {
        return snapshot.instances().stream().map(ServerInstance::id).toList();
    }

    private static ServerInstance instance(String id, String... services) {
        return ServerInstance.builder()
                .id(id)
                .host("127.0.0.1")
                .port(1)
                .services(List.of(services))
                .build();
    }
}
