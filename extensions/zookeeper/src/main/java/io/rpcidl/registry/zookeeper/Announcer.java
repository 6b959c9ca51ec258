package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Instance;
import io.rpcidl.transport.thread.Workers;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.curator.framework.CuratorFramework;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps servers announced: looks after their nodes when they change, whenever the connection is back, and ten times a session in
 * any case, so that a node that was deleted by hand, or could not be written, is there again. One thread does it all, and may wait
 * for ZooKeeper.
 *
 * <p>Ten times also because of members that stand still. ZooKeeper's client leaves such a member two thirds of a session after it
 * heard of it last, and the session's time runs since another member was told of it last. ZooKeeper's own signs of life are a third
 * of a session apart, so that both could end together.
 */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);
    private static final int PATIENCE_SECONDS = 3;
    private static final int LOOKS_A_SESSION = 10;

    private final CuratorFramework client;
    private final Target target;
    private final Set<Announced> all = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService worker =
            Executors.newSingleThreadScheduledExecutor(Workers.daemons("rpcidl-zookeeper-announce"));
    private volatile boolean connected;

    Announcer(CuratorFramework client, Target target) {
        this.client = client;
        this.target = target;
        long period = target.session().toMillis() / LOOKS_A_SESSION;
        worker.scheduleWithFixedDelay(this::keepAll, period, period, TimeUnit.MILLISECONDS);
    }

    Announced announce(Instance instance) {
        Announced announced = new Announced(client, target, this, instance);
        all.add(announced);
        keepSoon(announced);
        return announced;
    }

    void connection(boolean newConnected) {
        connected = newConnected;
        run(this::keepAll);
    }

    void keepSoon(Announced announced) {
        run(() -> keep(announced));
    }

    /** Waits until the node of a server that leaves is deleted, unless it takes too long: then it follows, or ends with its session. */
    void awaitGone(Announced announced) {
        try {
            worker.submit(() -> keep(announced)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: closed before {}", target, announced);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("{}: {} cannot be deleted yet: {}", target, announced, e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves the nodes to the end of the session. */
    void close() {
        worker.shutdownNow();
    }

    private void run(Runnable task) {
        try {
            worker.execute(task);
        } catch (RejectedExecutionException e) {
            LOG.debug("{}: closed meanwhile", target);
        }
    }

    private void keepAll() {
        all.forEach(this::keep);
    }

    /** Without a connection there is nothing to do: all are looked after as soon as there is one. */
    private void keep(Announced announced) {
        if (connected && all.contains(announced) && announced.keep()) {
            all.remove(announced);
        }
    }
}
