package io.rpcidl.registry.tck;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is behind the registry stops, and is back. */
interface Outages {

    @Test
    default void watchesGoOnAndNobodyIsMissingMeanwhile(Bench bench) throws Exception {
        Instance one = bench.server("one");
        Instance two = bench.server("two");
        Registry announcing = bench.open();
        announcing.register(one);
        bench.open().register(two);
        Seen seen = bench.watch(bench.open());
        seen.await(one, two);
        bench.backend().stop();
        bench.backend().start();
        Instance later = bench.server("later");
        announcing.register(later);
        seen.await(one, two, later);
        seen.assertAlwaysListed(one);
        seen.assertAlwaysListed(two);
    }

    @Test
    default void serversAreThereAgainForWhoComesLater(Bench bench) throws Exception {
        Instance one = bench.server("one");
        Instance two = bench.server("two");
        bench.open().register(one);
        bench.open().register(two);
        bench.watch(bench.open()).await(one, two);
        bench.backend().stop();
        bench.backend().start();
        bench.watch(bench.open()).await(one, two);
    }

    @Test
    default void itMayGoTwice(Bench bench) throws Exception {
        Instance server = bench.server("a");
        Registry.Registration registration = bench.open().register(server);
        Seen seen = bench.watch(bench.open());
        seen.await(server);
        for (int n = 1; n <= 2; n++) {
            bench.backend().stop();
            bench.backend().start();
            registration.update(server.withWeight(n));
            seen.await(server.withWeight(n));
        }
        seen.assertAlwaysListed(server);
    }

    @Test
    default void whatIsAnnouncedMeanwhileFollows(Bench bench) throws Exception {
        Registry open = bench.open();
        Instance before = bench.server("before");
        Registry.Registration registration = open.register(before);
        Seen seen = bench.watch(bench.open());
        seen.await(before);
        bench.backend().stop();
        Registry late = bench.open();
        Instance meanwhile = bench.server("meanwhile");
        Instance newcomer = bench.server("newcomer");
        Bench.atOnce("to register", () -> open.register(meanwhile));
        Bench.atOnce("to register, with a registry that never reached anything", () -> late.register(newcomer));
        Bench.atOnce("to update", () -> {
            registration.update(before.withWeight(5));
            return before;
        });
        bench.backend().start();
        seen.await(before.withWeight(5), meanwhile, newcomer);
    }

    @Test
    default void whoLeavesMeanwhileIsGone(Bench bench) throws Exception {
        Registry registry = bench.open();
        Instance stays = bench.server("stays");
        Instance leaves = bench.server("leaves");
        registry.register(stays);
        Registry.Registration leaving = registry.register(leaves);
        Seen seen = bench.watch(bench.open());
        seen.await(stays, leaves);
        bench.backend().stop();
        Bench.withinSeconds("to leave", leaving);
        bench.backend().start();
        seen.await(stays);
        bench.watch(bench.open()).await(stays);
    }

    @Test
    default void whoFollowsMeanwhileIsToldSoAndThenSees(Bench bench) throws Exception {
        Instance server = bench.server("a");
        bench.open().register(server);
        bench.watch(bench.open()).await(server);
        bench.backend().stop();
        Seen seen = bench.watch(bench.open());
        seen.awaitUnreachable();
        assertEquals(List.of(), seen.lists());
        bench.backend().start();
        seen.await(server);
    }

    @Test
    default void closingIsNotHeldUp(Bench bench) throws Exception {
        Instance server = bench.server("a");
        Registry registry = bench.open();
        registry.register(server);
        bench.watch(registry).await(server);
        bench.backend().stop();
        Registry never = bench.open();
        never.register(bench.server("never"));
        bench.watch(never);
        Bench.withinSeconds("to close", registry);
        Bench.withinSeconds("to close what never reached anything", never);
        bench.backend().start();
    }
}
