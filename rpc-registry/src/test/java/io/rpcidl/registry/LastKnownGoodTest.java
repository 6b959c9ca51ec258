package io.rpcidl.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.transport.Endpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LastKnownGoodTest {

    private static final String SHOP = "shop.v1.Shop";
    private static final Duration LONG = Duration.ofDays(1);
    private static final Instance SERVER =
            new Instance("a", new Endpoint("127.0.0.1", 4000), List.of(SHOP), java.util.Map.of("wire", "1"));

    @TempDir
    Path folder;

    private final Seen seen = new Seen();
    private final Told registry = new Told();

    @Test
    void anEmptyListIsNotBelievedAtOnce() throws InterruptedException {
        try (LastKnownGood known = new LastKnownGood(registry, null, LONG)) {
            known.watch(SHOP, seen);
            registry.listener.instances(List.of(SERVER));
            registry.listener.instances(List.of());
            registry.listener.instances(List.of(SERVER, SERVER));
            assertEquals(List.of(SERVER), seen.next());
            assertEquals(List.of(SERVER, SERVER), seen.next());
            seen.assertNothingMore();
        }
    }

    @Test
    void anEmptyListThatStandsIsBelieved() throws InterruptedException {
        try (LastKnownGood known = new LastKnownGood(registry, null, Duration.ofMillis(20))) {
            known.watch(SHOP, seen);
            registry.listener.instances(List.of(SERVER));
            registry.listener.instances(List.of());
            assertEquals(List.of(SERVER), seen.next());
            assertEquals(List.of(), seen.next());
        }
    }

    @Test
    void aListThatComesAfterTheEndIsNoFault() throws InterruptedException {
        try (LastKnownGood known = new LastKnownGood(registry, null, LONG)) {
            known.watch(SHOP, seen);
            registry.listener.instances(List.of(SERVER));
        }
        registry.listener.instances(List.of());
        assertEquals(List.of(SERVER), seen.next());
        seen.assertNothingMore();
    }

    @Test
    void aListThatWasAlwaysEmptyIsTold() throws InterruptedException {
        try (LastKnownGood known = new LastKnownGood(registry, null, LONG)) {
            known.watch(SHOP, seen);
            registry.listener.instances(List.of());
            assertEquals(List.of(), seen.next());
        }
    }

    @Test
    void whoStartsWhileTheRegistryIsGoneBeginsWithTheFile() throws InterruptedException {
        Path file = folder.resolve("servers.json");
        try (LastKnownGood known = new LastKnownGood(registry, file)) {
            known.watch(SHOP, new Seen());
            registry.listener.instances(List.of(SERVER));
        }
        try (LastKnownGood known = new LastKnownGood(registry, file)) {
            known.watch(SHOP, seen);
            registry.listener.unreachable("registry x does not answer");
            assertEquals(List.of(SERVER), seen.next());
        }
    }

    @Test
    void theFileIsReadableByPeople() throws IOException {
        Path file = folder.resolve("some/folder/servers.json");
        try (LastKnownGood known = new LastKnownGood(registry, file)) {
            known.watch(SHOP, seen);
            registry.listener.instances(List.of(SERVER));
        }
        String text = "{\"shop.v1.Shop\":[{\"id\":\"a\",\"host\":\"127.0.0.1\",\"port\":4000,"
                + "\"services\":[\"shop.v1.Shop\"],\"metadata\":{\"wire\":\"1\"}}]}";
        assertEquals(text, Files.readString(file, UTF_8));
    }

    @Test
    void whoHasNoFileSaysWhatItLacks() throws InterruptedException {
        Path file = folder.resolve("servers.json");
        try (LastKnownGood known = new LastKnownGood(registry, file)) {
            known.watch(SHOP, seen);
            registry.listener.unreachable("registry x does not answer");
            assertEquals(
                    "registry x does not answer; " + file + " knows no server of shop.v1.Shop either", seen.next());
        }
    }

    @Test
    void aBrokenEntryOfTheFileSpoilsNoOther() throws IOException, InterruptedException {
        Path file = folder.resolve("servers.json");
        String bad = "{\"id\":\"b\",\"host\":\"two\\nlines\",\"port\":1},{\"id\":\"c\",\"host\":\"h\",\"port\":70000},";
        Files.writeString(file, "{\"shop.v1.Shop\":[" + bad + "{\"id\":\"d\",\"host\":\"h\",\"port\":4000,\"x\":1}]}");
        try (LastKnownGood known = new LastKnownGood(registry, file)) {
            known.watch(SHOP, seen);
            registry.listener.unreachable("gone");
            assertEquals(List.of("h:4000"), seen.endpoints());
        }
    }

    @Test
    void serversOfOneNameAreRememberedWithTheirAddresses() {
        Instance one = Instance.at(new Endpoint("shop.test", 4000, "10.0.0.1"));
        assertEquals(one, Instance.fromJson(one.toJson()));
    }

    @Test
    void aFileThatIsNoneIsReplaced() throws IOException {
        Path file = folder.resolve("servers.json");
        Files.writeString(file, "{\"shop.v1");
        try (LastKnownGood known = new LastKnownGood(registry, file)) {
            known.watch(SHOP, seen);
            registry.listener.instances(List.of(SERVER));
        }
        assertEquals(1, new ServersFile(file).get(SHOP).size());
    }

    /** A registry that says what its test says. */
    private static final class Told implements Registry {

        private Listener listener;

        @Override
        public Registration register(Instance instance) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Watch watch(String service, Listener newListener) {
            listener = newListener;
            return () -> {};
        }

        @Override
        public Watch watchAll(Listener newListener) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void close() {}
    }
}
