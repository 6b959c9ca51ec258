package resilience;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.embedded.RegistryServer;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.StatusCode;
import java.util.List;
import java.util.Map;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * What callers notice when servers are restarted, killed and flooded, and when the registry is gone. Less of it by default; all of
 * it, as docs/resilience.md says, with {@code -Dlong=true}, as CI does.
 */
@Timeout(300)
class ResilienceTest {

    private static final boolean LONG = Boolean.getBoolean("long");
    private static final int PER_SECOND = LONG ? 1_000 : 200;

    @Test
    void aRollingRestartFailsNoCallAndRepeatsNone() throws Exception {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0)) {
            RollingRestart.Result result = RollingRestart.run(registry.target(), LONG ? 3 : 1, PER_SECOND);
            assertEquals(
                    List.of(),
                    result.outcomes().stream().filter(each -> !each.succeeded()).toList());
            assertEquals(0, result.twice());
            assertTrue(result.outcomes().size() > PER_SECOND, "too few calls to say anything");
        }
    }

    @Test
    void norDoesItWhereZooKeeperSaysWhoIsThere() throws Exception {
        Map<String, Object> here = Map.of("clientPortAddress", "127.0.0.1");
        InstanceSpec spec = new InstanceSpec(null, -1, -1, -1, true, -1, -1, -1, here, "127.0.0.1");
        try (TestingServer zooKeeper = new TestingServer(spec, true)) {
            String target = "zk://" + zooKeeper.getConnectString() + "/tills";
            RollingRestart.Result result = RollingRestart.run(target, LONG ? 3 : 1, PER_SECOND);
            assertEquals(
                    List.of(),
                    result.outcomes().stream().filter(each -> !each.succeeded()).toList());
            assertEquals(0, result.twice());
        }
    }

    @Test
    void aServerThatIsKilledFailsOnlyWhatWasInFlightOnItAndMayNotBeRepeated() throws Exception {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0)) {
            Crash.Result result = Crash.run(registry.target(), PER_SECOND);
            for (Outcome each : result.outcomes()) {
                if (!each.succeeded()) {
                    assertEquals(
                            StatusCode.UNAVAILABLE,
                            each.failure().code(),
                            each.failure().toString());
                    assertEquals(Processed.MAYBE, each.failure().status().processed());
                    assertEquals(1, each.token() % 3, "what may be repeated failed");
                    assertTrue(each.due() - result.killed() < 1_000_000_000L, "a call failed that began later");
                }
            }
            assertEquals(0, result.twice());
        }
    }

    @Test
    void withoutTheRegistryCallsGoOnAndServersComeBackToIt() throws Exception {
        RegistryGone.Result result = RegistryGone.run(PER_SECOND, LONG ? 60 : 6);
        assertEquals(
                List.of(),
                result.outcomes().stream().filter(each -> !each.succeeded()).toList());
        assertTrue(result.withFile(), "a client with a file of servers could not call");
        assertTrue(result.withoutFile().contains("does not answer"), result.withoutFile());
        assertTrue(result.millisUntilBack() < 10_000, "the lease is 10 s: " + result.millisUntilBack() + " ms");
    }

    /** What a machine that does something else besides still has to show; the figures of docs/resilience.md are measured apart. */
    @Test
    @EnabledIfSystemProperty(named = "long", matches = "true")
    void anOverloadedServerGoesOnAnswering() throws Exception {
        Overload.Result result = Overload.run(5);
        long half = result.load(0).goodput();
        long flooded = result.load(2).goodput();
        assertTrue(flooded > half, "ten times the load: " + flooded + " answered a second, " + half + " at half of it");
        assertTrue(result.load(2).refused() > 0, "nothing was refused");
        assertTrue(result.heapAfter() < result.heapBefore() + (16 << 20), "the heap has grown");
    }
}
