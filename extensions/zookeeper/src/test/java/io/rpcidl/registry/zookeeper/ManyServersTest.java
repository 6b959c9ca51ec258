package io.rpcidl.registry.zookeeper;

import static io.rpcidl.registry.zookeeper.Servers.SHOP;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.CreateMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.parallel.Isolated;

/** A thousand servers of which a hundred change a second, followed by ten clients: how soon each sees it. */
@EnabledIfSystemProperty(named = "long", matches = "true")
@Timeout(180)
@Isolated("measures")
class ManyServersTest {

    private static final int SERVERS = 1_000;
    private static final int CLIENTS = 10;
    private static final int CHANGES = 1_000;
    private static final int MILLIS_BETWEEN = 10;
    private static final String SINCE = "since";

    /** Notes when a client saw what was written when. */
    private static final class Clocked implements Registry.Listener {

        private final List<Long> micros = Collections.synchronizedList(new ArrayList<>());
        private volatile long newest;
        private volatile int size;

        @Override
        public void instances(List<Instance> instances) {
            long now = System.nanoTime();
            long last = newest;
            for (Instance each : instances) {
                String since = each.metadata().get(SINCE);
                long at = since == null ? 0 : Long.parseLong(since);
                if (at > last) {
                    micros.add((now - at) / 1_000);
                    newest = Math.max(newest, at);
                }
            }
            size = instances.size();
        }

        @Override
        public void unreachable(String reason) {}
    }

    @Test
    void aHundredChangesASecondAreSeenSoon() throws Exception {
        try (OneZooKeeper zooKeeper = OneZooKeeper.begin();
                CuratorFramework hand = zooKeeper.hand()) {
            List<Instance> servers = new ArrayList<>();
            for (int i = 0; i < SERVERS; i++) {
                Instance server = Servers.server("server-" + i);
                servers.add(server);
                hand.create()
                        .creatingParentsIfNeeded()
                        .withMode(CreateMode.EPHEMERAL)
                        .forPath(zooKeeper.folder() + "/" + server.id(), server.toJson());
            }
            List<Clocked> clients = new ArrayList<>();
            List<Long> firsts = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Clocked client = new Clocked();
                long before = System.nanoTime();
                zooKeeper.open().watch(SHOP, client);
                await(client, SERVERS, 0);
                firsts.add((System.nanoTime() - before) / 1_000);
                clients.add(client);
            }
            long cpu = cpu();
            long begun = System.nanoTime();
            long last = 0;
            for (int i = 0; i < CHANGES; i++) {
                long due = begun + TimeUnit.MILLISECONDS.toNanos((long) i * MILLIS_BETWEEN);
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime()); // is the rate that is tried
                Instance server = servers.get(i * 7 % SERVERS);
                last = System.nanoTime();
                Instance newer = server.withMetadata(SINCE, Long.toString(last));
                hand.setData().inBackground().forPath(zooKeeper.folder() + "/" + server.id(), newer.toJson());
            }
            List<Long> all = new ArrayList<>();
            for (Clocked client : clients) {
                await(client, SERVERS, last);
                all.addAll(client.micros);
            }
            long seconds = (System.nanoTime() - begun) / 1_000_000_000;
            Collections.sort(all);
            System.out.printf(
                    "%d clients, %d servers: first list after %.1f ms (median); %d changes in %d s, seen %d times after %.1f ms"
                            + " (median), %.1f ms (99 of 100), %.1f ms (most); processor %.0f ms a second, all together%n",
                    CLIENTS,
                    SERVERS,
                    firsts.stream().sorted().toList().get(CLIENTS / 2) / 1e3,
                    CHANGES,
                    seconds,
                    all.size(),
                    all.get(all.size() / 2) / 1e3,
                    all.get(all.size() * 99 / 100) / 1e3,
                    all.get(all.size() - 1) / 1e3,
                    (cpu() - cpu) / 1e6 / seconds);
            assertTrue(all.get(all.size() * 99 / 100) < 1_000_000, "a second is too long");
        }
    }

    private static void await(Clocked client, int size, long newest) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (client.size < size || client.newest < newest) {
            assertTrue(System.nanoTime() < end, client.size + " servers");
            TimeUnit.MICROSECONDS.sleep(200);
        }
    }

    private static long cpu() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }
}
