package io.rpcidl.registry.zookeeper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.apache.zookeeper.server.embedded.ExitHandler;
import org.apache.zookeeper.server.embedded.ZooKeeperServerEmbedded;

/** One ZooKeeper, in this JVM, at 127.0.0.1. One that does not start says why in the log; it does not end the JVM, as Curator's would. */
final class OneZooKeeper extends ZooKeeperBackend {

    private static final int TICK_MILLIS = 500;
    private static final long START_MILLIS = 20_000;

    private final Path folder;
    private final int port;
    private ZooKeeperServerEmbedded server;

    private OneZooKeeper(Path folder, int port) throws Exception {
        super(port);
        this.folder = folder;
        this.port = port;
        start();
    }

    static OneZooKeeper begin() throws Exception {
        Path folder = Files.createTempDirectory("zookeeper");
        try {
            return new OneZooKeeper(folder, Ports.free());
        } catch (TimeoutException e) { // somebody may have taken the port just now
            return new OneZooKeeper(folder, Ports.free());
        }
    }

    int port() {
        return port;
    }

    @Override
    public void stop() {
        server.close();
    }

    @Override
    public void start() throws Exception {
        Properties settings = new Properties();
        settings.setProperty("dataDir", folder.resolve("data").toString());
        settings.setProperty("clientPort", String.valueOf(port));
        settings.setProperty("clientPortAddress", "127.0.0.1");
        settings.setProperty("tickTime", String.valueOf(TICK_MILLIS));
        settings.setProperty("admin.enableServer", "false");
        server = ZooKeeperServerEmbedded.builder()
                .baseDir(folder)
                .configuration(settings)
                .exitHandler(ExitHandler.LOG_ONLY)
                .build();
        server.start(START_MILLIS);
    }

    @Override
    public void close() throws IOException {
        super.close();
        server.close();
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder)) {
            files = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path each : files) {
            Files.deleteIfExists(each);
        }
    }
}
