package io.rpcidl.registry.tck;

import static io.rpcidl.registry.tck.Bench.DEPOT;
import static io.rpcidl.registry.tck.Bench.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Watches: what is seen, in which order, until when. */
interface Following {

    @Test
    default void whoFollowsAServiceOfNobodyIsToldSo(Bench bench) throws Exception {
        Registry registry = bench.open();
        registry.register(bench.server("other", List.of(DEPOT)));
        bench.watch(registry, DEPOT).await("one server", list -> list.size() == 1);
        bench.watch(registry, SHOP).await();
        bench.watch(bench.open(), SHOP).await();
    }

    @Test
    default void whoFollowsAllSeesTheServersOfEveryService(Bench bench) throws Exception {
        Registry registry = bench.open();
        Instance shop = bench.server("shop", List.of(SHOP));
        Instance depot = bench.server("depot", List.of(DEPOT));
        Instance none = bench.server("none", List.of());
        Seen seen = bench.watchAll(bench.open());
        Registry.Registration leaving = registry.register(shop);
        registry.register(depot);
        registry.register(none);
        seen.await(shop, depot, none);
        leaving.update(shop.withWeight(3));
        seen.await(shop.withWeight(3), depot, none);
        leaving.close();
        seen.await(depot, none);
    }

    /** Changes may be left out where they come faster than they are told, but time never runs backwards. */
    @Test
    default void changesAreSeenInTheirOrder(Bench bench) throws Exception {
        int changes = 200;
        Instance server = bench.server("a").withMetadata("n", "0");
        Seen early = bench.watch(bench.open());
        Registry.Registration registration = bench.open().register(server);
        early.await(server);
        for (int n = 1; n <= changes; n++) {
            registration.update(server.withMetadata("n", Integer.toString(n)));
        }
        Instance last = server.withMetadata("n", Integer.toString(changes));
        early.await(last);
        bench.watch(bench.open()).await(last);
        int before = 0;
        for (List<Instance> list : early.lists()) {
            for (Instance each : list) {
                int now = Integer.parseInt(each.metadata().getOrDefault("n", ""));
                assertTrue(now >= before, now + " was seen after " + before);
                before = now;
            }
        }
        assertEquals(changes, before);
        early.assertAlwaysListed(server);
    }

    @Test
    default void whoComesIsNotForgottenWhenTheNextOneComes(Bench bench) throws Exception {
        List<Instance> servers = new ArrayList<>();
        Seen seen = bench.watch(bench.open());
        Registry registry = bench.open();
        for (int i = 0; i < 50; i++) {
            servers.add(bench.server("server-" + i));
        }
        servers.forEach(registry::register);
        seen.await(servers);
        servers.forEach(seen::assertAlwaysListed);
    }

    @Test
    default void whoFollowsNoMoreIsToldNothingMore(Bench bench) throws Exception {
        Registry registry = bench.open();
        Instance before = bench.server("before");
        registry.register(before);
        Seen ended = bench.watch(registry);
        Seen other = bench.watch(registry);
        ended.await(before);
        other.await(before);
        ended.watch().close();
        ended.watch().close();
        Instance after = bench.server("after");
        bench.open().register(after);
        other.await(before, after);
        ended.await(before);
    }

    @Test
    default void closingARegistryEndsItsWatches(Bench bench) throws Exception {
        Instance before = bench.server("before");
        Registry announcing = bench.open();
        announcing.register(before);
        Registry closing = bench.open();
        Seen ended = bench.watch(closing);
        Seen other = bench.watch(bench.open());
        ended.await(before);
        Bench.withinSeconds("to close", closing);
        closing.close();
        ended.watch().close();
        Instance after = bench.server("after");
        announcing.register(after);
        other.await(before, after);
        ended.await(before);
    }

    @Test
    default void whoAsksToLookAgainIsNotHeldUpAndMissesNothing(Bench bench) throws Exception {
        Instance first = bench.server("first");
        Registry registry = bench.open();
        registry.register(first);
        Seen seen = bench.watch(bench.open());
        seen.await(first);
        Bench.atOnce("to refresh a hundred times", () -> {
            for (int i = 0; i < 100; i++) {
                seen.watch().refresh();
            }
            return seen;
        });
        Instance second = bench.server("second");
        registry.register(second);
        seen.await(first, second);
        seen.assertAlwaysListed(first);
    }
}
