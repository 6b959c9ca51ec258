package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import io.rpcidl.registry.Instance;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.Metadata;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.testing.StreamService;
import io.rpcidl.transport.Endpoint;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Which server each balancer chooses, of servers that are only said to be there; chance comes from a seed. */
class BalancingTest {

    private static final long SEED = 20261127;

    private static final class Said implements Candidate {

        private final Instance instance;
        private int inFlight;

        Said(int port, int weight) {
            instance = Instance.at(new Endpoint("10.0.0.1", port)).withWeight(weight);
        }

        Said(String address) {
            instance = Instance.at(new Endpoint("shop.test", 4000, address));
        }

        @Override
        public Instance instance() {
            return instance;
        }

        @Override
        public boolean isDown() {
            return false;
        }

        @Override
        public int inFlight() {
            return inFlight;
        }

        @Override
        public int weight() {
            return instance.weight() * 100;
        }

        @Override
        public String toString() {
            return Integer.toString(instance.endpoint().port());
        }
    }

    private static List<Candidate> servers(int... weights) {
        List<Candidate> servers = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            servers.add(new Said(i + 1, weights[i]));
        }
        return servers;
    }

    private static TwoRandomChoices twoChoices() {
        SplittableRandom random = new SplittableRandom(SEED);
        return new TwoRandomChoices(() -> random);
    }

    private static Call call(Metadata metadata) {
        Payload none = Payload.of(Codecs.list(Codecs.INT64), List.of());
        return new Call(StreamService.PING, none, metadata, Deadline.NEVER);
    }

    private static Map<String, Integer> counts(LoadBalancer balancer, List<Candidate> servers, int calls) {
        Map<String, Integer> counts = new HashMap<>();
        for (int i = 0; i < calls; i++) {
            counts.merge(balancer.choose(call(Metadata.EMPTY), servers).toString(), 1, Integer::sum);
        }
        return counts;
    }

    private static void assertShare(double share, Map<String, Integer> counts, String server) {
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        assertEquals(share, (double) counts.getOrDefault(server, 0) / all, 0.03, counts + ", seed " + SEED);
    }

    @Test
    void twoChoicesGiveIdleServersEqualShares() {
        Map<String, Integer> counts = counts(twoChoices(), servers(100, 100, 100, 100), 10_000);
        for (String server : List.of("1", "2", "3", "4")) {
            assertShare(0.25, counts, server);
        }
    }

    @Test
    void twoChoicesGiveIdleServersWhatTheirWeightsSay() {
        Map<String, Integer> counts = counts(twoChoices(), servers(300, 100), 10_000);
        assertShare(0.75, counts, "1");
        assertShare(0.25, counts, "2");
    }

    @Test
    void twoChoicesForgetAHeavyServerThatIsGone() {
        TwoRandomChoices balancer = twoChoices();
        counts(balancer, servers(10_000, 100), 100);
        Map<String, Integer> counts = counts(balancer, servers(300, 100), 10_000);
        assertShare(0.75, counts, "1");
    }

    @Test
    void twoChoicesGiveAHeavyServerItsShareBesideManyLightOnes() {
        int[] weights = new int[101];
        java.util.Arrays.fill(weights, 100);
        weights[0] = 10_000;
        assertShare(0.5, counts(twoChoices(), servers(weights), 10_000), "1");
    }

    @Test
    void twoChoicesNeverGiveToTheBusiestOfAll() {
        List<Candidate> servers = servers(100, 100, 100);
        ((Said) servers.get(1)).inFlight = 1;
        assertEquals(0, counts(twoChoices(), servers, 1_000).getOrDefault("2", 0));
    }

    @Test
    void twoChoicesMeasureLoadByWeight() {
        List<Candidate> servers = servers(400, 100);
        ((Said) servers.get(0)).inFlight = 4;
        ((Said) servers.get(1)).inFlight = 2;
        assertEquals(Map.of("1", 1_000), counts(twoChoices(), servers, 1_000));
    }

    @Test
    void twoChoicesKeepServersOfDifferentSpeedEquallyBusy() {
        List<Candidate> servers = servers(100, 100);
        TwoRandomChoices balancer = twoChoices();
        for (int i = 0; i < 1_000; i++) {
            ((Said) balancer.choose(call(Metadata.EMPTY), servers)).inFlight++;
        }
        int one = servers.get(0).inFlight();
        assertTrue(Math.abs(one - 500) <= 1, one + " and " + (1_000 - one));
    }

    @Test
    void aThousandServersAreAllCalled() {
        int[] weights = new int[1_000];
        java.util.Arrays.fill(weights, 1);
        assertEquals(1_000, counts(twoChoices(), servers(weights), 20_000).size());
    }

    @Test
    void inTurnEachServerIsGivenWhatItsWeightSays() {
        assertEquals(Map.of("1", 30, "2", 30, "3", 30), counts(new RoundRobin(), servers(100, 100, 100), 90));
        Map<String, Integer> counts = counts(new RoundRobin(), servers(300, 100), 200);
        assertEquals(150, counts.get("1"), 2);
        assertEquals(50, counts.get("2"), 2);
    }

    @Test
    void inTurnTheTurnsOfAHeavyServerAreMixedWithOthers() {
        RoundRobin balancer = new RoundRobin();
        List<Candidate> servers = servers(300, 100);
        int longest = 0;
        int now = 0;
        for (int i = 0; i < 1_000; i++) {
            now = balancer.choose(call(Metadata.EMPTY), servers) == servers.get(0) ? now + 1 : 0;
            longest = Math.max(longest, now);
        }
        assertTrue(longest <= 5, "so many in a row: " + longest);
    }

    @Test
    void callsOfOneKeyGoToOneServer() {
        ConsistentHash balancer = new ConsistentHash("customer");
        List<Candidate> servers = servers(100, 100, 100);
        Call one = call(Metadata.EMPTY.with("customer", "7"));
        Candidate first = balancer.choose(one, servers);
        for (int i = 0; i < 100; i++) {
            assertEquals(first, balancer.choose(one, servers));
        }
    }

    @Test
    void aServerThatGoesMovesItsOwnKeysOnly() {
        ConsistentHash balancer = new ConsistentHash("customer");
        List<Candidate> all = servers(100, 100, 100, 100);
        List<Candidate> rest = all.subList(1, 4);
        int moved = 0;
        for (int i = 0; i < 10_000; i++) {
            Call call = call(Metadata.EMPTY.with("customer", "customer-" + i));
            Candidate before = balancer.choose(call, all);
            if (before == all.get(0)) {
                moved++;
                assertNotEquals(before, balancer.choose(call, rest));
            } else {
                assertEquals(before, balancer.choose(call, rest));
            }
        }
        assertEquals(2_500, moved, 200);
    }

    @Test
    void keysFollowWeights() {
        ConsistentHash balancer = new ConsistentHash("customer");
        List<Candidate> servers = servers(300, 100);
        int heavy = 0;
        for (int i = 0; i < 10_000; i++) {
            Call call = call(Metadata.EMPTY.with("customer", "customer-" + i));
            heavy += balancer.choose(call, servers) == servers.get(0) ? 1 : 0;
        }
        assertEquals(7_500, heavy, 200);
    }

    @Test
    void serversOfOneNameAreToldApartByTheirAddresses() {
        ConsistentHash balancer = new ConsistentHash("customer");
        List<Candidate> servers = List.of(new Said("10.0.0.1"), new Said("10.0.0.2"), new Said("10.0.0.3"));
        int first = 0;
        for (int i = 0; i < 3_000; i++) {
            Call call = call(Metadata.EMPTY.with("customer", "customer-" + i));
            first += balancer.choose(call, servers) == servers.get(0) ? 1 : 0;
        }
        assertEquals(1_000, first, 150);
    }

    @Test
    void callsWithoutTheKeyGoWhereThereIsRoom() {
        List<Candidate> servers = servers(100, 100);
        ((Said) servers.get(0)).inFlight = 1;
        assertEquals(Map.of("2", 100), counts(new ConsistentHash("customer"), servers, 100));
    }
}
