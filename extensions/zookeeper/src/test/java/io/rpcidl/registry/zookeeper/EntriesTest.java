package io.rpcidl.registry.zookeeper;

import static io.rpcidl.registry.zookeeper.Servers.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EntriesTest {

    private static final Target TARGET = Target.parse("a:1/shop?session=10s");

    private long clock = Long.MAX_VALUE - 1; // and over its end
    private final Entries entries = new Entries(TARGET, () -> clock);

    private void pass(int seconds) {
        clock += Duration.ofSeconds(seconds).toNanos();
    }

    private boolean put(Instance server, long mzxid) {
        return entries.put(server.id(), server.toJson(), mzxid);
    }

    @Test
    void whatIsOlderChangesNothing() {
        assertTrue(put(server("a").withWeight(2), 7));
        assertFalse(put(server("a").withWeight(2), 7));
        assertFalse(put(server("a").withWeight(1), 6));
        assertEquals(List.of(server("a").withWeight(2)), entries.servers());
        assertTrue(put(server("a").withWeight(3), 8));
        assertEquals(List.of(server("a").withWeight(3)), entries.servers());
    }

    @Test
    void whoIsNotThereIsOut() {
        put(server("a"), 1);
        put(server("b"), 2);
        assertEquals(List.of("b", "c"), List.copyOf(entries.retain(List.of("c", "b"))));
        assertEquals(List.of(server("b")), entries.servers());
        assertTrue(entries.remove("b"));
        assertFalse(entries.remove("b"));
        assertEquals(List.of(), entries.servers());
    }

    @Test
    void whoIsMissingAfterALostSessionStaysForTwoMore() {
        put(server("a"), 1);
        put(server("b"), 2);
        entries.doubt();
        entries.retain(List.of());
        assertEquals(List.of(server("a"), server("b")), entries.servers());
        pass(19);
        assertFalse(entries.endDoubt());
        put(server("b"), 9);
        pass(1);
        assertTrue(entries.endDoubt());
        assertEquals(List.of(server("b")), entries.servers());
        assertTrue(entries.remove("b"));
    }

    @Test
    void aZooKeeperThatBeginsAnewIsBelieved() {
        put(server("a").withWeight(5), 1_000_000);
        entries.doubt();
        assertTrue(put(server("a").withWeight(6), 3));
        assertEquals(List.of(server("a").withWeight(6)), entries.servers());
    }

    @Test
    void whatIsNoServerIsNoneUntilItIs() {
        assertTrue(entries.put("a", new byte[0], 1));
        assertTrue(entries.leaveOut("b", "it may not be read"));
        assertFalse(entries.leaveOut("b", "it may not be read"));
        assertEquals(List.of(), entries.servers());
        put(server("a"), 2);
        put(server("b"), 2);
        assertEquals(List.of(server("a"), server("b")), entries.servers());
    }

    @Test
    void thereIsRoomForTenThousand() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i <= Entries.MAX_SERVERS; i++) {
            names.add("server-" + i);
        }
        assertEquals(Entries.MAX_SERVERS, entries.retain(names).size());
        for (String name : names) {
            put(server(name), 1);
        }
        assertEquals(Entries.MAX_SERVERS, entries.servers().size());
    }
}
