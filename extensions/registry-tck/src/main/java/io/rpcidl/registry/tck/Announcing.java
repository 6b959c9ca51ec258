package io.rpcidl.registry.tck;

import static io.rpcidl.registry.tck.Bench.DEPOT;
import static io.rpcidl.registry.tck.Bench.SHOP;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Servers are announced, say something else of themselves, and leave. */
interface Announcing {

    @Test
    default void aServerThatIsAnnouncedIsSeen(Bench bench) throws Exception {
        Instance server = bench.server("a");
        Seen seen = bench.watch(bench.open());
        Registry announcing = bench.open();
        Bench.atOnce("to register", () -> announcing.register(server));
        seen.await(server);
    }

    @Test
    default void aServerIsSeenByWhoComesLater(Bench bench) throws Exception {
        Instance server = bench.server("a");
        Registry registry = bench.open();
        registry.register(server);
        bench.watch(registry).await(server);
        bench.watch(registry).await(server);
        bench.watch(bench.open()).await(server);
    }

    @Test
    default void aServerIsSeenInEachOfItsServicesAndInNoOther(Bench bench) throws Exception {
        Registry registry = bench.open();
        Instance both = bench.server("both", List.of(SHOP, DEPOT));
        Instance one = bench.server("one", List.of(SHOP));
        Instance other = bench.server("other", List.of("shop.v1.Shopping"));
        for (Instance each : List.of(both, one, other)) {
            registry.register(each);
        }
        bench.watch(bench.open(), SHOP).await(both, one);
        bench.watch(bench.open(), DEPOT).await(both);
    }

    @Test
    default void whatAServerSaysNowIsSeen(Bench bench) throws Exception {
        Instance server = bench.server("a");
        Seen seen = bench.watch(bench.open());
        Registry.Registration registration = bench.open().register(server);
        seen.await(server);
        Instance newer = server.withMetadata("version", "2").withWeight(50);
        Bench.atOnce("to update", () -> {
            registration.update(newer);
            return newer;
        });
        seen.await(newer);
        bench.watch(bench.open()).await(newer);
    }

    @Test
    default void aServerThatIsDrainedStaysListedWithItsWeight(Bench bench) throws Exception {
        Instance server = bench.server("a");
        Seen seen = bench.watch(bench.open());
        Registry.Registration registration = bench.open().register(server);
        seen.await(server);
        registration.update(server.withWeight(0));
        List<Instance> last = seen.await("a weight of 0", list -> list.get(0).weight() == 0);
        assertEquals(List.of(server.withWeight(0)), last);
        seen.assertAlwaysListed(server);
    }

    @Test
    default void aServerThatLeavesIsSeenToLeaveAlone(Bench bench) throws Exception {
        Instance stays = bench.server("stays");
        Instance leaves = bench.server("leaves");
        Seen seen = bench.watch(bench.open());
        Registry registry = bench.open();
        registry.register(stays);
        Registry.Registration leaving = registry.register(leaves);
        seen.await(stays, leaves);
        Bench.withinSeconds("to leave", leaving);
        seen.await(stays);
        seen.assertAlwaysListed(stays);
    }

    @Test
    default void aServerThatLeftDoesNotComeBack(Bench bench) throws Exception {
        Instance leaves = bench.server("leaves");
        Instance next = bench.server("next");
        Seen seen = bench.watch(bench.open());
        Registry registry = bench.open();
        Registry.Registration leaving = registry.register(leaves);
        seen.await(leaves);
        registry.register(next);
        seen.await(leaves, next);
        leaving.close();
        leaving.close();
        leaving.update(leaves.withWeight(7));
        seen.await(next);
        Instance last = bench.server("last");
        registry.register(last); // what is seen of it would come after what is not to be seen
        seen.await(next, last);
    }

    @Test
    default void closingARegistryTakesItsServersOff(Bench bench) throws Exception {
        Instance stays = bench.server("stays");
        Seen seen = bench.watch(bench.open());
        bench.open().register(stays);
        Registry closing = bench.open();
        Instance first = bench.server("first");
        Instance second = bench.server("second");
        Registry.Registration registration = closing.register(first);
        closing.register(second);
        seen.await(stays, first, second);
        Bench.withinSeconds("to close", closing);
        seen.await(stays);
        closing.close();
        registration.close();
    }

    @Test
    default void everyIdIsAsGoodAsAnother(Bench bench) throws Exception {
        List<Instance> servers = new ArrayList<>();
        Registry registry = bench.open();
        for (String id : List.of("10.0.0.7:4000", "a/b", "..", "%2F", "[::1]:4", "{\"$x\"}", "x".repeat(200))) {
            servers.add(bench.server(id));
        }
        servers.forEach(registry::register);
        bench.watch(bench.open()).await(servers);
    }
}
