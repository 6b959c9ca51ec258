package io.rpcidl.registry.tck;

import static io.rpcidl.registry.tck.Bench.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.LastKnownGood;
import io.rpcidl.registry.Registry;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client remembers of servers, through {@link LastKnownGood}. */
interface Remembering {

    @Test
    default void aListThatIsSuddenlyEmptyIsNotBelieved(Bench bench) throws Exception {
        Registry following = bench.open();
        Registry announcing = bench.open();
        Seen raw = bench.watch(bench.open());
        Seen seen = bench.listener();
        Instance before = bench.server("before");
        Registry.Registration leaving = announcing.register(before);
        raw.await(before);
        try (LastKnownGood known = new LastKnownGood(following, null)) {
            known.watch(SHOP, seen);
            seen.await(before);
            leaving.close();
            raw.await();
            Instance after = bench.server("after");
            announcing.register(after);
            seen.await("the server that came after", list -> list.contains(after));
            assertFalse(seen.lists().contains(List.of()), "an empty list was believed");
        }
    }

    @Test
    default void whatIsKnownIsKeptWhileTheRegistryIsGone(Bench bench) throws Exception {
        Instance server = bench.server("a");
        bench.open().register(server);
        Seen seen = bench.listener();
        try (LastKnownGood known = new LastKnownGood(bench.open(), null)) {
            known.watch(SHOP, seen);
            seen.await(server);
            bench.backend().stop();
            Seen stranger = bench.watch(bench.open());
            stranger.awaitUnreachable(); // by now it would have been noticed
            bench.backend().start();
            stranger.await(server);
            seen.await(server);
            seen.assertAlwaysListed(server);
        }
    }

    @Test
    default void whoStartsWhileTheRegistryIsGoneBeginsWithItsFile(Bench bench, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("servers.json");
        Instance server = bench.server("a");
        bench.open().register(server);
        try (LastKnownGood known = new LastKnownGood(bench.open(), file)) {
            Seen seen = bench.listener();
            known.watch(SHOP, seen);
            seen.await(server);
        }
        bench.backend().stop();
        Seen seen = bench.listener();
        try (LastKnownGood known = new LastKnownGood(bench.open(), file)) {
            known.watch(SHOP, seen);
            seen.await(server);
            bench.backend().start();
            bench.watch(bench.open()).await(server);
        }
    }

    @Test
    default void whoHasNoFileEitherIsToldWhatItLacks(Bench bench, @TempDir Path folder) throws Exception {
        Path file = folder.resolve("servers.json");
        Seen seen = bench.listener();
        bench.backend().stop();
        try (LastKnownGood known = new LastKnownGood(bench.open(), file)) {
            known.watch(SHOP, seen);
            String reason = seen.awaitUnreachable();
            assertTrue(reason.contains(file.toString()) && reason.contains(SHOP), reason);
            assertEquals(List.of(), seen.lists());
            bench.backend().start();
            Instance server = bench.server("a");
            bench.open().register(server);
            seen.await(server);
        }
    }
}
