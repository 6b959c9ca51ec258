package io.rpcidl.registry.zookeeper;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.curator.framework.CuratorFramework;
import org.apache.curator.framework.api.BackgroundCallback;
import org.apache.curator.framework.api.CuratorEvent;
import org.apache.zookeeper.AddWatchMode;
import org.apache.zookeeper.KeeperException.Code;
import org.apache.zookeeper.WatchedEvent;
import org.apache.zookeeper.Watcher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows the nodes of all servers, for a {@link Directory}: one watch for all of them, set before they are read.
 *
 * <ol>
 *   <li>{@code sync}: a member of the ensemble that lags behind would show what is over
 *   <li>{@code addWatch}, persistent and recursive: what changes from now on is told
 *   <li>{@code getChildren}: who is there
 *   <li>{@code getData} of each
 * </ol>
 *
 * With each new connection it begins again, since what was missed is not told. A node that came, changed or went is read again, alone.
 */
final class Follower {

    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final int RETRY_SECONDS = 1;
    private static final int ALONE = 0; // a node is read because it changed
    private static final byte[] NOTHING = {};

    /** What is an answer; all else is a failure, after which all are read again. */
    private static final Set<Code> OF_ALL = EnumSet.of(Code.OK, Code.NONODE);

    private static final Set<Code> OF_ONE = EnumSet.of(Code.OK, Code.NONODE, Code.NOAUTH);

    private final CuratorFramework client;
    private final Target target;
    private final Directory directory;
    private final String folder;
    private final Watcher watcher = this::changed; // one and the same: ZooKeeper keeps it once

    // touched by the directory's thread alone
    private boolean started;
    private boolean connected;
    private int reading = 1; // counts the readings: what belongs to a former one is passed over
    private int owed; // nodes of this reading that are not there yet

    /** What is called with an answer; Curator's own methods throw anything. */
    private interface Question {
        void ask(BackgroundCallback callback) throws Exception;
    }

    Follower(CuratorFramework client, Target target, Directory directory) {
        this.client = client;
        this.target = target;
        this.directory = directory;
        this.folder = target.instances();
    }

    /** Begins with the first watch: who only announces servers reads nothing. */
    void start() {
        directory.run(() -> {
            if (!started) {
                started = true;
                read();
            }
        });
    }

    void connection(boolean newConnected) {
        directory.run(() -> {
            connected = newConnected;
            read();
        });
    }

    private void read() {
        int now = ++reading;
        if (!started || !connected) {
            return; // what is known is kept, and told
        }
        directory.beginReading();
        ask(now, OF_ALL, callback -> client.sync().inBackground(callback).forPath("/"), synced -> watch(now));
    }

    private void watch(int now) {
        ask(
                now,
                OF_ALL,
                callback -> client.watchers()
                        .add()
                        .withMode(AddWatchMode.PERSISTENT_RECURSIVE)
                        .inBackground(callback)
                        .usingWatcher(watcher)
                        .forPath(folder),
                watching -> list(now));
    }

    private void list(int now) {
        ask(now, OF_ALL, callback -> client.getChildren().inBackground(callback).forPath(folder), children -> {
            List<String> found =
                    children.getResultCode() == Code.NONODE.intValue() ? List.of() : children.getChildren();
            Set<String> names = directory.retain(found);
            owed = names.size();
            if (owed == 0) {
                directory.endReading();
            }
            names.forEach(name -> get(now, name));
        });
    }

    private void get(int now, String name) {
        ask(now, OF_ONE, callback -> client.getData().inBackground(callback).forPath(folder + "/" + name), node -> {
            switch (Code.get(node.getResultCode())) {
                case OK -> directory.put(name, value(node), node.getStat().getMzxid());
                case NONODE -> directory.remove(name);
                default -> directory.leaveOut(name, "it may not be read");
            }
            if (now != ALONE && --owed == 0) {
                directory.endReading();
            }
        });
    }

    private static byte[] value(CuratorEvent node) {
        return node.getData() == null ? NOTHING : node.getData(); // ZooKeeper knows both
    }

    private void ask(int now, Set<Code> answers, Question question, Consumer<CuratorEvent> next) {
        try {
            question.ask((curator, event) -> directory.run(() -> {
                Code code = Code.get(event.getResultCode());
                if (now != reading && now != ALONE) {
                    LOG.debug("{}: an answer to a former question", target);
                } else if (answers.contains(code)) {
                    next.accept(event);
                } else {
                    failed(code.toString());
                }
            }));
        } catch (Exception e) { // as when it was closed meanwhile
            failed(e.toString());
        }
    }

    /** Begins again after a while, or at once with the next connection, whichever is first. */
    private void failed(String reason) {
        LOG.debug("{}: cannot be read: {}", target, reason);
        directory.cannotRead(reason);
        int now = ++reading;
        directory.runLater(RETRY_SECONDS, TimeUnit.SECONDS, () -> {
            if (now == reading) {
                read();
            }
        });
    }

    /** Runs on ZooKeeper's thread, as answers do, and in one order with them. */
    private void changed(WatchedEvent event) {
        String path = event.getPath();
        if (path == null || !path.startsWith(folder + "/") || path.indexOf('/', folder.length() + 1) >= 0) {
            return;
        }
        String name = path.substring(folder.length() + 1);
        switch (event.getType()) {
            // who is deleted is looked for, too: perhaps it was replaced
            case NodeCreated, NodeDataChanged, NodeDeleted -> directory.run(() -> get(ALONE, name));
            default -> LOG.debug("{}: {}", target, event);
        }
    }
}
