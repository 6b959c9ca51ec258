package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Registry;
import io.rpcidl.registry.tck.Backend;
import io.rpcidl.registry.tck.Relay;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.retry.RetryOneTime;
import org.apache.zookeeper.KeeperException;

/** Some place in a ZooKeeper, which registries reach through a relay for each of its servers, so that they can be cut off. */
class ZooKeeperBackend extends Backend {

    static final Duration SESSION = Duration.ofSeconds(2);

    private final Duration session;
    private final int[] ports;
    private final String path = "/tck/" + UUID.randomUUID();
    private final Map<Registry, Relay[]> relays = new HashMap<>();

    ZooKeeperBackend(int... ports) {
        this(SESSION, ports);
    }

    ZooKeeperBackend(Duration session, int... ports) {
        this.session = session;
        this.ports = ports.clone();
    }

    String folder() {
        return path + "/instances";
    }

    @Override
    public ZooKeeperRegistry open() throws IOException {
        Relay[] ours = new Relay[ports.length];
        StringBuilder servers = new StringBuilder();
        for (int i = 0; i < ports.length; i++) {
            ours[i] = new Relay(ports[i]);
            servers.append(i == 0 ? "" : ",").append("127.0.0.1:").append(ours[i].port());
        }
        ZooKeeperRegistry registry = ZooKeeperRegistry.builder("zk://" + servers + path)
                .session(session)
                .build();
        relays.put(registry, ours);
        return registry;
    }

    @Override
    public Duration lease() {
        return session;
    }

    void cut(Registry registry) throws IOException {
        for (Relay each : relays.getOrDefault(registry, new Relay[0])) {
            each.cut();
        }
    }

    void mend(Registry registry) throws IOException {
        for (Relay each : relays.getOrDefault(registry, new Relay[0])) {
            each.mend();
        }
    }

    @Override
    public void kill(Registry registry) throws IOException {
        cut(registry);
    }

    @Override
    public void forget() throws Exception {
        try (CuratorFramework hand = hand()) {
            for (String name : hand.getChildren().forPath(folder())) {
                hand.delete().forPath(folder() + "/" + name);
            }
        }
    }

    @Override
    public void put(String id, byte[] entry) throws Exception {
        try (CuratorFramework hand = hand()) {
            hand.create().orSetData().creatingParentsIfNeeded().forPath(folder() + "/" + Node.name(id), entry);
        } catch (KeeperException.ConnectionLossException e) {
            throw new IOException("ZooKeeper takes no " + entry.length + " bytes", e);
        }
    }

    /** Returns a client of ZooKeeper's own. */
    CuratorFramework hand() {
        StringBuilder servers = new StringBuilder();
        for (int port : ports) {
            servers.append(servers.isEmpty() ? "" : ",").append("127.0.0.1:").append(port);
        }
        CuratorFramework hand = CuratorFrameworkFactory.newClient(servers.toString(), new RetryOneTime(100));
        hand.start();
        return hand;
    }

    @Override
    public void close() throws IOException {
        for (Registry each : relays.keySet()) {
            cut(each);
            each.close(); // also those that were killed
        }
    }
}
