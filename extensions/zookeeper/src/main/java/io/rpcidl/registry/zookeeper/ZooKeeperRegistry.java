package io.rpcidl.registry.zookeeper;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.transport.thread.Workers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.CuratorFrameworkFactory;
import org.apache.curator.framework.state.ConnectionState;
import org.apache.curator.retry.ExponentialBackoffRetry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Servers as ephemeral nodes of a ZooKeeper, 3.6 or newer. A server is listed until it leaves, or until its session ends:
 * {@code session} after it was heard of last, 10 s if nothing else is said and the ZooKeeper agrees.
 *
 * <pre>{@code
 * Registry registry = ZooKeeperRegistry.builder("zk://10.0.0.1:2181,10.0.0.2:2181/shop")
 *         .session(Duration.ofSeconds(6))
 *         .digest("shop", password)
 *         .build();
 * }</pre>
 *
 * <p>TLS to the ZooKeeper is switched on by its own system properties: {@code zookeeper.client.secure=true},
 * {@code zookeeper.clientCnxnSocket=org.apache.zookeeper.ClientCnxnSocketNetty}, and {@code zookeeper.ssl.trustStore.location} and
 * the like. They hold for the whole JVM.
 */
public final class ZooKeeperRegistry implements Registry {

    private static final Logger LOG = LoggerFactory.getLogger(ZooKeeperRegistry.class);
    private static final int CONNECT_MILLIS = 3_000;
    private static final int RETRY_MILLIS = 100;
    private static final int RETRIES = 3;
    private static final int CLOSE_SECONDS = 5;

    private final Target target;
    private final CuratorFramework client;
    private final Announcer announcer;
    private final Directory directory;
    private final Follower follower;

    private ZooKeeperRegistry(Builder builder) {
        this.target = builder.target;
        this.client = client(builder);
        this.announcer = new Announcer(client, target);
        this.directory = new Directory(target);
        this.follower = new Follower(client, target, directory);
        client.getConnectionStateListenable().addListener((curator, state) -> changed(state));
        client.start(); // connects by itself, now and whenever it has to
    }

    /**
     * Begins a registry.
     *
     * @param target {@code zk://host:port,host:port/path?session=10s}; the path need not exist, and is {@code /rpcidl} if there is
     *     none
     * @throws IllegalArgumentException if the target is none
     */
    public static Builder builder(String target) {
        return new Builder(Target.parse(target));
    }

    private static CuratorFramework client(Builder builder) {
        int session = (int) builder.target.session().toMillis();
        CuratorFrameworkFactory.Builder settings = CuratorFrameworkFactory.builder()
                .connectString(builder.target.connectString())
                .ensembleTracker(false) // the target says who is asked, also through a relay
                .sessionTimeoutMs(session)
                .connectionTimeoutMs(Math.min(CONNECT_MILLIS, session))
                .retryPolicy(new ExponentialBackoffRetry(RETRY_MILLIS, RETRIES));
        if (builder.credentials != null) {
            settings.authorization("digest", builder.credentials).aclProvider(new OwnersOnly());
        }
        return settings.build();
    }

    /** Runs on a thread of Curator's. */
    private void changed(ConnectionState state) {
        LOG.info("{}: {}", target, state);
        if (state == ConnectionState.LOST) {
            directory.sessionLost();
        }
        announcer.connection(state.isConnected());
        follower.connection(state.isConnected());
    }

    /** For tests. */
    CuratorFramework client() {
        return client;
    }

    @Override
    public Registration register(Instance instance) {
        return announcer.announce(instance);
    }

    @Override
    public Watch watch(String service, Listener listener) {
        follower.start();
        return directory.watch(instance -> instance.serves(service), listener);
    }

    @Override
    public Watch watchAll(Listener listener) {
        follower.start();
        return directory.watch(instance -> true, listener);
    }

    /** Ends all; the end of the session takes its nodes along. Waits a few seconds at most, for a ZooKeeper that does not answer. */
    @Override
    public void close() {
        announcer.close();
        directory.close();
        Thread closing = Workers.daemons("rpcidl-zookeeper-close").newThread(client::close);
        closing.start();
        try {
            closing.join(TimeUnit.SECONDS.toMillis(CLOSE_SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String toString() {
        return target.toString();
    }

    /** What a registry is made of. Not for several threads. */
    public static final class Builder {

        private Target target;
        private byte @Nullable [] credentials;

        private Builder(Target target) {
            this.target = target;
        }

        /** Sets for how long a server is listed that is heard of no more, 1 s to 10 minutes; the ZooKeeper has limits of its own. */
        public Builder session(Duration session) {
            target = target.withSession(session);
            return this;
        }

        /**
         * Shows a user's name and password to the ZooKeeper (scheme {@code digest}); what is written can then be read and changed by who
         * shows the same, and by nobody else.
         */
        public Builder digest(String user, String password) {
            if (user.isEmpty() || user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("a user's name has a character, and no colon");
            }
            credentials = (user + ":" + password).getBytes(UTF_8);
            return this;
        }

        /** Opens it; does not wait until the ZooKeeper can be reached. */
        public ZooKeeperRegistry build() {
            return new ZooKeeperRegistry(this);
        }
    }
}
