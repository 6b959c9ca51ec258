package io.rpcidl.registry.zookeeper;

import java.io.IOException;
import java.util.Map;
import org.apache.curator.test.InstanceSpec;
import org.apache.curator.test.TestingServer;
import org.apache.zookeeper.util.ServiceUtils;

/** One ZooKeeper, in this JVM, at 127.0.0.1. */
final class OneZooKeeper extends ZooKeeperBackend {

    private static final int TICK_MILLIS = 500;

    private final TestingServer server;

    private OneZooKeeper(TestingServer server) {
        super(server.getPort());
        this.server = server;
    }

    static OneZooKeeper begin() throws Exception {
        ServiceUtils.setSystemExitProcedure(ServiceUtils.LOG_ONLY); // one that gives up is not to end the tests' JVM
        InstanceSpec spec = new InstanceSpec(
                null,
                Ports.free(),
                -1,
                -1,
                true,
                -1,
                TICK_MILLIS,
                -1,
                Map.of("clientPortAddress", "127.0.0.1"),
                "127.0.0.1");
        return new OneZooKeeper(new TestingServer(spec, true));
    }

    int port() {
        return server.getPort();
    }

    @Override
    public void stop() throws IOException {
        server.stop();
    }

    @Override
    public void start() throws Exception {
        server.restart();
    }

    @Override
    public void close() throws IOException {
        super.close();
        server.close();
    }
}
