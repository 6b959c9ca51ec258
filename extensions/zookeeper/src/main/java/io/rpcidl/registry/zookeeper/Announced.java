package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import org.apache.curator.framework.CuratorFramework;
import org.apache.zookeeper.CreateMode;
import org.apache.zookeeper.KeeperException;
import org.apache.zookeeper.data.Stat;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that is announced, and its node: written once in each session, and again when the server says something else. */
final class Announced implements Registry.Registration {

    private static final Logger LOG = LoggerFactory.getLogger(Announced.class);

    private final CuratorFramework client;
    private final Target target;
    private final Announcer announcer;
    private final String path;
    private Instance instance; // guarded by this
    private boolean leaving; // guarded by this

    // touched by the announcer's thread alone
    private Instance written;
    private int version; // of the node, as we wrote it
    private long session = -1; // in which we wrote it
    private boolean failing;

    Announced(CuratorFramework client, Target target, Announcer announcer, Instance instance) {
        this.client = client;
        this.target = target;
        this.announcer = announcer;
        this.instance = instance;
        this.written = instance;
        this.path = target.instances() + "/" + Node.name(instance.id());
    }

    @Override
    public void update(Instance newer) {
        synchronized (this) {
            if (!newer.id().equals(instance.id())) {
                throw new IllegalArgumentException(newer.id() + " is not the server " + instance.id());
            }
            if (leaving) {
                return;
            }
            instance = newer;
        }
        announcer.keepSoon(this);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (leaving) {
                return;
            }
            leaving = true;
        }
        announcer.awaitGone(this);
    }

    /** Makes the node what it should be; returns whether that was the end. */
    boolean keep() {
        Instance wanted;
        boolean gone;
        synchronized (this) {
            wanted = instance;
            gone = leaving;
        }
        try {
            Stat there = client.checkExists().forPath(path);
            long now = client.getZookeeperClient().getZooKeeper().getSessionId();
            if (gone) {
                remove(there, now);
            } else {
                write(wanted, there, now);
            }
            if (failing) {
                failing = false;
                LOG.info("{}: registered {} again", target, wanted.endpoint());
            }
            return gone;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the registry is being closed
        } catch (Exception e) { // Curator's methods throw no less; the next turn tries again
            if (!failing) {
                failing = true;
                LOG.warn("{}: cannot register {}: {}", target, wanted.endpoint(), e.toString());
            }
        }
        return false;
    }

    private void remove(@Nullable Stat there, long now) throws Exception {
        boolean ours = there != null && (there.getEphemeralOwner() == now || there.getEphemeralOwner() == session);
        if (ours) {
            try {
                client.delete().forPath(path);
            } catch (KeeperException.NoNodeException e) {
                LOG.debug("{}: {} was deleted meanwhile", target, path);
            }
        }
    }

    /** A node of another session is a dead predecessor's, perhaps our own, and would end with it. It is replaced in one step. */
    private void write(Instance wanted, @Nullable Stat there, long now) throws Exception {
        boolean ours = there != null && there.getEphemeralOwner() == now;
        if (ours && session == now && there.getVersion() == version && wanted.equals(written)) {
            return;
        }
        byte[] value = wanted.toJson();
        if (there == null) {
            client.create()
                    .creatingParentsIfNeeded()
                    .withMode(CreateMode.EPHEMERAL)
                    .forPath(path, value);
            version = 0;
        } else if (ours) {
            version = client.setData().forPath(path, value).getVersion();
        } else {
            client.transaction()
                    .forOperations(
                            client.transactionOp().delete().forPath(path),
                            client.transactionOp()
                                    .create()
                                    .withMode(CreateMode.EPHEMERAL)
                                    .forPath(path, value));
            version = 0;
        }
        written = wanted;
        session = now;
    }

    @Override
    public String toString() {
        return path;
    }
}
