package io.rpcidl.registry.embedded;

import static io.rpcidl.registry.embedded.Table.LEASE;
import static io.rpcidl.registry.embedded.Table.WAIT;
import static io.rpcidl.registry.embedded.Table.ids;
import static io.rpcidl.registry.embedded.Table.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.embedded.contract.Changes;
import io.rpcidl.registry.embedded.contract.RegistryFullException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Leases and those who wait, on a clock that the test moves. */
class LeaseTableTest {

    private final Table table = new Table(100, 1_000_000);

    @Test
    void listsWhatIsRegisteredForAService() {
        table.register(server("a", "s"));
        table.register(server("b", "s", "t"));
        assertEquals(List.of("a", "b"), ids(table.all("s")));
        assertEquals(List.of("b"), ids(table.all("t")));
        assertEquals(List.of(), ids(table.all("u")));
        assertEquals(List.of("a", "b"), ids(table.all(null)));
        table.leases.deregister("a");
        table.leases.deregister("nobody");
        assertEquals(List.of("b"), ids(table.all("s")));
    }

    @Test
    void forgetsWhoseLeaseHasPassed() {
        table.register(server("a", "s"));
        table.advance(Duration.ofSeconds(9));
        table.register(server("b", "s"));
        assertEquals(List.of("a", "b"), ids(table.all("s")));
        table.advance(Duration.ofSeconds(1));
        assertEquals(List.of("b"), ids(table.all("s")));
    }

    @Test
    void keepsWhoRenewsItsLease() {
        for (int i = 0; i < 5; i++) {
            table.register(server("a", "s"));
            table.advance(Duration.ofSeconds(9));
        }
        assertEquals(List.of("a"), ids(table.all("s")));
    }

    @Test
    void aLeaseMayBecomeShorter() {
        table.register(server("a", "s"));
        table.leases.register(server("a", "s"), Duration.ofSeconds(1));
        table.advance(Duration.ofSeconds(1));
        assertEquals(List.of(), ids(table.all("s")));
    }

    @Test
    void answersAWatchWhenSomethingChanges() {
        Changes first = table.all("s");
        CompletableFuture<Changes> watch = table.watch("s", first);
        assertFalse(watch.isDone());
        table.register(server("a", "t"));
        assertFalse(watch.isDone(), "another service");
        table.register(server("b", "s"));
        assertEquals(List.of("b"), ids(watch.join()));
        assertTrue(watch.join().revision() > first.revision());
    }

    @Test
    void answersAWatchOfAllServicesWhenAnyChanges() {
        table.register(server("a", "s"));
        CompletableFuture<Changes> watch = table.watch(null, table.all(null));
        table.register(server("b", "t"));
        assertEquals(List.of("b"), ids(watch.join()));
    }

    @Test
    void answersAWatchWhenALeasePasses() {
        table.register(server("a", "s"));
        table.advance(Duration.ofSeconds(9));
        CompletableFuture<Changes> watch = table.watch("s", table.all("s"));
        table.advance(Duration.ofSeconds(1));
        assertEquals(List.of("a"), watch.join().gone());
        assertEquals(List.of(), ids(watch.join()));
    }

    @Test
    void doesNotAnswerAWatchForARenewal() {
        table.register(server("a", "s"));
        CompletableFuture<Changes> watch = table.watch("s", table.all("s"));
        table.register(server("a", "s"));
        assertFalse(watch.isDone());
        table.register(server("a", "s").toBuilder().port(2).build());
        assertEquals(2, watch.join().servers().get(0).port());
    }

    @Test
    void answersAWatchAfterItsWaitWithNothing() {
        table.register(server("a", "s"));
        Changes first = table.all("s");
        CompletableFuture<Changes> watch = table.watch("s", first);
        table.advance(WAIT.minusMillis(1));
        assertFalse(watch.isDone());
        table.advance(Duration.ofMillis(1));
        assertEquals(first.toBuilder().whole(false).servers(List.of()).build(), watch.join());
    }

    @Test
    void doesNotKeepWhoWaitsNoMore() {
        Changes known = table.all("s");
        List<Runnable> cancelling = new ArrayList<>();
        for (int i = 0; i < LeaseTable.MAX_WAITING; i++) {
            table.watch("s", known, cancelling::add);
        }
        cancelling.forEach(Runnable::run);
        CompletableFuture<Changes> watch = table.watch("s", known, cancelling::add);
        table.register(server("a", "s"));
        assertEquals(List.of("a"), ids(watch.join()));
        cancelling.forEach(Runnable::run); // too late
    }

    @Test
    void refusesServersForWhichThereIsNoMemory() {
        Table small = new Table(100, 2_000);
        small.register(server("a", "s"));
        small.register(server("b", "s"));
        RegistryFullException full = assertThrows(RegistryFullException.class, () -> small.register(server("c", "s")));
        assertEquals(2, full.limit());
        assertTrue(full.getMessage().contains("no memory for more than the 2 servers"), full.getMessage());
        small.register(server("a", "s")); // renewals go on
        small.leases.deregister("b");
        small.register(server("c", "s"));
        assertEquals(List.of("a", "c"), ids(small.all("s")));
    }

    @Test
    void refusesMoreServersThanItsLimit() {
        Table large = new Table(100, Long.MAX_VALUE);
        for (int i = 0; i < LeaseTable.MAX_INSTANCES; i++) {
            large.register(server("i" + i, "s"));
        }
        RegistryFullException full = assertThrows(RegistryFullException.class, () -> large.register(server("x", "s")));
        assertTrue(full.getMessage().contains("holds 100000 servers and no more"), full.getMessage());
        large.register(server("i7", "s"));
        large.advance(LEASE);
        assertEquals(List.of(), ids(large.all("s")));
    }

    @Test
    void refusesMoreCallersThatWaitThanItsLimit() {
        Changes known = table.all("s");
        for (int i = 0; i < LeaseTable.MAX_WAITING; i++) {
            table.watch("s" + i, known);
        }
        assertThrows(RegistryFullException.class, () -> table.watch("s", known));
        table.advance(WAIT);
        assertFalse(table.watch("s", known).isDone());
    }
}
