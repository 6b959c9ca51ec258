package io.rpcidl.registry.embedded;

import static io.rpcidl.registry.embedded.Table.ids;
import static io.rpcidl.registry.embedded.Table.saying;
import static io.rpcidl.registry.embedded.Table.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.embedded.contract.Changes;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What callers are told: what they lack, and the whole list where that cannot be known. */
class ChangesTest {

    private final Table table = new Table(4, Long.MAX_VALUE);

    @Test
    void whoKnowsNothingIsToldEverything() {
        table.register(server("a", "s"));
        table.register(server("b", "s"));
        Changes changes = table.all("s");
        assertTrue(changes.whole());
        assertEquals(List.of("a", "b"), ids(changes));
    }

    @Test
    void whoKnowsALittleIsToldTheRest() {
        table.register(server("a", "s"));
        table.register(server("b", "s"));
        Changes known = table.all("s");
        table.register(server("c", "s"));
        table.register(saying(server("a", "s"), "weight", "0"));
        table.leases.deregister("b");
        Changes changes = table.since("s", known);
        assertFalse(changes.whole());
        assertEquals(List.of("c", "a"), ids(changes));
        assertEquals(List.of("b"), changes.gone());
    }

    @Test
    void manyChangesOfAServerAreOne() {
        table.register(server("a", "s"));
        Changes known = table.all("s");
        for (int i = 0; i < 100; i++) {
            table.register(saying(server("a", "s"), "weight", "" + i));
        }
        Changes changes = table.since("s", known);
        assertEquals(List.of(saying(server("a", "s"), "weight", "99")), changes.servers());
    }

    @Test
    void aServerMayLeaveAServiceAndStay() {
        table.register(server("a", "s", "t"));
        Changes known = table.all("t");
        table.register(server("a", "s"));
        assertEquals(List.of("a"), table.since("t", known).gone());
        assertEquals(List.of("a"), ids(table.all("s")));
        assertEquals(List.of(), ids(table.all("t")));
    }

    @Test
    void whoMissedMoreThanIsRememberedIsToldEverything() {
        table.register(server("a", "s"));
        Changes known = table.all("s");
        for (int i = 0; i < 10; i++) {
            table.register(server("x" + i, "s"));
            table.leases.deregister("x" + i);
        }
        Changes changes = table.since("s", known);
        assertTrue(changes.whole());
        assertEquals(List.of("a"), ids(changes));
        assertEquals(List.of(), changes.gone());
    }

    @Test
    void whoMissedNothingNeedNotBeToldEverythingWhateverOthersDo() {
        table.register(server("a", "s"));
        Changes known = table.all("s");
        for (int i = 0; i < 10; i++) {
            table.register(server("x" + i, "t"));
            table.leases.deregister("x" + i);
        }
        assertFalse(table.watch("s", known).isDone());
        assertFalse(table.watch("nobody", table.all("nobody")).isDone());
    }

    @Test
    void anotherRunOfTheRegistryTellsEverything() {
        table.register(server("a", "s"));
        Changes known = table.all("s");
        Table other = new Table(4, Long.MAX_VALUE);
        other.register(server("b", "s"));
        Changes changes = other.watch("s", known).join();
        assertTrue(changes.whole());
        assertEquals(List.of("b"), ids(changes));
    }

    @Test
    void aRevisionThatNobodyHasSaidTellsEverything() {
        table.register(server("a", "s"));
        Changes known = table.all("s").toBuilder().revision(1_000).build();
        assertTrue(table.since("s", known).whole());
        assertTrue(table.since("s", known.toBuilder().revision(-7).build()).whole());
    }

    @Test
    void aLongListComesInPiecesAndMayChangeMeanwhile() {
        for (int i = 0; i < 100; i++) {
            table.register(large("i" + i));
        }
        Changes first = table.all("s");
        assertTrue(first.whole() && first.more());
        table.leases.deregister("i0"); // which was told
        table.leases.deregister("i99"); // which was not
        table.register(large("i100"));
        Caller caller = new Caller();
        caller.take(first);
        while (caller.last.more()) {
            Changes next = table.since("s", caller.last);
            assertFalse(next.whole());
            caller.take(next);
        }
        assertEquals(99, caller.servers.size());
        assertFalse(caller.servers.containsKey("i0") || caller.servers.containsKey("i99"));
        assertNull(caller.last.base());
    }

    private static ServerInstance large(String id) {
        return saying(server(id, "s"), "text", "x".repeat(20_000));
    }

    /** Callers who ask now and then, at random, end up with what is there. */
    @RepeatedTest(20)
    void nothingIsLostAndNothingStays(RepetitionInfo info) {
        Random random = new Random(info.getCurrentRepetition());
        Caller[] callers = {new Caller(), new Caller(), new Caller()};
        for (int step = 0; step < 2_000; step++) {
            String id = "i" + random.nextInt(30);
            switch (random.nextInt(5)) {
                case 0, 1 -> table.register(saying(server(id, "s"), "n", "" + step));
                case 2 -> table.register(server(id, "s", "t"));
                case 3 -> table.leases.deregister(id);
                default -> {
                    Caller one = callers[random.nextInt(callers.length)];
                    one.take(one.last == null ? table.all("t") : table.since("t", one.last));
                }
            }
        }
        Caller fresh = new Caller();
        fresh.take(table.all("t"));
        for (Caller each : callers) {
            each.take(table.since("t", each.last));
            assertEquals(fresh.servers, each.servers);
        }
    }

    /** What a caller knows. */
    private static final class Caller {

        final Map<String, ServerInstance> servers = new LinkedHashMap<>();
        Changes last;

        void take(Changes changes) {
            last = changes;
            if (changes.whole()) {
                servers.clear();
            }
            changes.gone().forEach(servers::remove);
            changes.servers().forEach(each -> servers.put(each.id(), each));
        }
    }
}
