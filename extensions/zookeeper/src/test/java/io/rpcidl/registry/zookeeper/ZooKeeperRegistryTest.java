package io.rpcidl.registry.zookeeper;

import static io.rpcidl.registry.zookeeper.Servers.SHOP;
import static io.rpcidl.registry.zookeeper.Servers.server;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.ZooDefs;
import org.apache.zookeeper.data.ACL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** What the contract of registries does not say, because it is ZooKeeper's. */
@Timeout(120)
@Isolated("looks at the log, and at the JVM's threads")
class ZooKeeperRegistryTest {

    private final Seen seen = new Seen();
    private OneZooKeeper zooKeeper;
    private CuratorFramework hand;

    @BeforeEach
    void start() throws Exception {
        zooKeeper = OneZooKeeper.begin();
        hand = zooKeeper.hand();
    }

    @AfterEach
    void stop() throws IOException {
        hand.close();
        zooKeeper.close();
    }

    private long owner(String id) throws Exception {
        return hand.checkExists().forPath(zooKeeper.folder() + "/" + id).getEphemeralOwner();
    }

    @Test
    void aServerIsAnEphemeralNodeThatPeopleCanRead() throws Exception {
        try (Registry registry = zooKeeper.open()) {
            registry.watch(SHOP, seen);
            registry.register(server("a"));
            seen.await(server("a"));
            String value = new String(hand.getData().forPath(zooKeeper.folder() + "/a"), UTF_8);
            String expected = "{\"id\":\"a\",\"host\":\"127.0.0.1\",\"port\":4097,\"services\":[\"shop.v1.Shop\"],"
                    + "\"metadata\":{\"wire\":\"1\"}}";
            assertEquals(expected, value);
            assertNotEquals(0, owner("a"));
        }
        assertEquals(List.of(), hand.getChildren().forPath(zooKeeper.folder()));
    }

    @Test
    void aSessionThatIsOverIsFollowedByAnother() throws Exception {
        try (ZooKeeperRegistry announcing = zooKeeper.open();
                Registry following = zooKeeper.open()) {
            following.watch(SHOP, seen);
            announcing.register(server("a"));
            seen.await(server("a"));
            long before = owner("a");
            zooKeeper.cut(announcing);
            seen.await(); // its lease has ended
            zooKeeper.mend(announcing);
            seen.await(server("a"));
            assertNotEquals(before, owner("a"));
        }
    }

    @Test
    void whoFollowsOutlivesItsSessionToo() throws Exception {
        try (Registry announcing = zooKeeper.open();
                ZooKeeperRegistry following = zooKeeper.open()) {
            following.watch(SHOP, seen);
            Registry.Registration leaving = announcing.register(server("a"));
            announcing.register(server("b"));
            seen.await(server("a"), server("b"));
            zooKeeper.cut(following);
            awaitState(following, false);
            leaving.close();
            announcing.register(server("c"));
            zooKeeper.mend(following);
            seen.await(server("b"), server("c"));
            seen.assertNobodyMissed(server("b"));
            assertFalse(seen.isUnreachable(), "what was known stays valid");
        }
    }

    /** Waits until a client was given up, or is there again. */
    private static void awaitState(ZooKeeperRegistry registry, boolean connected) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        registry.client().getConnectionStateListenable().addListener((client, state) -> {
            if (state.isConnected() == connected && !state.name().equals("SUSPENDED")) {
                reached.countDown();
            }
        });
        assertTrue(reached.await(60, TimeUnit.SECONDS));
    }

    @Test
    void whatADeadPredecessorHasLeftIsReplacedAndNobodyMissesIt() throws Exception {
        hand.create()
                .creatingParentsIfNeeded()
                .withMode(CreateMode.EPHEMERAL)
                .forPath(zooKeeper.folder() + "/a", server("a").withWeight(1).toJson());
        long dead = owner("a");
        try (Registry registry = zooKeeper.open()) {
            registry.watch(SHOP, seen);
            seen.await(server("a").withWeight(1));
            registry.register(server("a"));
            seen.await(server("a"));
            assertNotEquals(dead, owner("a"));
            hand.close(); // and its session ends
            registry.register(server("b"));
            seen.await(server("a"), server("b"));
            seen.assertNobodyMissed(server("a"));
        }
    }

    @Test
    void whatSomebodyWritesOverAServerIsPutRight() throws Exception {
        try (Registry registry = zooKeeper.open()) {
            registry.watch(SHOP, seen);
            registry.register(server("a"));
            seen.await(server("a"));
            hand.setData().forPath(zooKeeper.folder() + "/a", "broken".getBytes(UTF_8));
            seen.await();
            seen.await(server("a"));
        }
    }

    @Test
    void aBadEntryIsSaidInTheLogInOneLine() throws Exception {
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        PrintStream before = System.err;
        System.setErr(new PrintStream(log, true, UTF_8));
        try (Registry registry = zooKeeper.open()) {
            zooKeeper.put("bad", "no JSON".getBytes(UTF_8));
            zooKeeper.put("other", server("a").toJson());
            zooKeeper.put("large", new byte[900_000]);
            registry.register(server("b"));
            registry.watch(SHOP, seen);
            seen.await(server("b"));
        } finally {
            System.setErr(before);
        }
        List<String> lines = log.toString(UTF_8)
                .lines()
                .filter(line -> line.contains("left out"))
                .toList();
        assertEquals(3, lines.size(), log.toString(UTF_8));
        assertTrue(lines.get(0).contains("entry bad left out: not a server's JSON"), lines.get(0));
        assertTrue(lines.get(1).contains("entry large left out: 900000 bytes, more than 262144"), lines.get(1));
        assertTrue(lines.get(2).contains("entry other left out: it holds the server a"), lines.get(2));
    }

    @Test
    void whatIsWrittenWithCredentialsIsForThoseWhoShowThem() throws Exception {
        String target = "zk://127.0.0.1:" + zooKeeper.port() + "/secret";
        Seen stranger = new Seen();
        try (Registry ours = ZooKeeperRegistry.builder(target)
                        .digest("shop", "secret")
                        .build();
                Registry same = ZooKeeperRegistry.builder(target)
                        .digest("shop", "secret")
                        .build();
                Registry other = ZooKeeperRegistry.builder(target)
                        .digest("shop", "guess")
                        .build()) {
            ours.register(server("a"));
            same.watch(SHOP, seen);
            seen.await(server("a"));
            other.watch(SHOP, stranger);
            assertEquals("no server is known yet from " + target + ": NOAUTH", stranger.awaitUnreachable());
            assertThrows(
                    KeeperException.NoAuthException.class, () -> hand.getData().forPath("/secret/instances/a"));
            other.register(server("b"));
            ours.register(server("c"));
            seen.await(server("a"), server("c"));
        }
    }

    @Test
    void aNodeThatMayNotBeReadSpoilsNoOther() throws Exception {
        try (Registry registry = zooKeeper.open()) {
            registry.register(server("a"));
            registry.watch(SHOP, seen);
            seen.await(server("a"));
            hand.create()
                    .withACL(List.of(new ACL(ZooDefs.Perms.ADMIN, ZooDefs.Ids.ANYONE_ID_UNSAFE)))
                    .forPath(zooKeeper.folder() + "/secret", server("secret").toJson());
            registry.register(server("b"));
            seen.await(server("a"), server("b"));
            try (Registry later = zooKeeper.open()) {
                Seen other = new Seen();
                later.watch(SHOP, other);
                other.await(server("a"), server("b"));
            }
        }
    }

    @Test
    void whoIsClosedLeavesNoThread() throws Exception {
        List<Thread> before = threads();
        Registry registry = zooKeeper.open();
        registry.watch(SHOP, seen);
        registry.register(server("a"));
        seen.await(server("a"));
        List<Thread> ours =
                threads().stream().filter(each -> !before.contains(each)).toList();
        assertTrue(ours.size() > 4 && ours.stream().allMatch(Thread::isDaemon), ours::toString);
        registry.close();
        for (Thread each : ours) {
            each.join(10_000);
            assertFalse(each.isAlive(), each.getName());
        }
    }

    /** Those of clients: ours, Curator's and ZooKeeper's. */
    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(each -> each.getName().matches("rpcidl-.*|Curator.*|.*-(Send|Event)Thread.*"))
                .toList();
    }

    @Test
    void anUpdateIsOfTheSameServer() throws Exception {
        try (Registry registry = zooKeeper.open()) {
            Registry.Registration registration = registry.register(server("a"));
            Instance other = server("b");
            assertThrows(IllegalArgumentException.class, () -> registration.update(other));
        }
    }
}
