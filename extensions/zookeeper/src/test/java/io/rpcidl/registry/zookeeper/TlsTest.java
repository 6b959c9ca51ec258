package io.rpcidl.registry.zookeeper;

import static io.rpcidl.registry.zookeeper.Servers.SHOP;
import static io.rpcidl.registry.zookeeper.Servers.server;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Registry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** A ZooKeeper that speaks TLS alone, reached by ZooKeeper's own system properties: they are what the class comment says. */
@Timeout(120)
@Isolated("sets properties of the JVM")
class TlsTest {

    @TempDir
    Path folder;

    private Map<String, String> properties;
    private Process zooKeeper;
    private int port;

    @BeforeEach
    void start() throws Exception {
        Path keys = folder.resolve("keys.p12");
        Path trusted = folder.resolve("trusted.pem");
        keytool("-genkeypair -keyalg EC -dname CN=zk -ext san=dns:localhost,ip:127.0.0.1 -storetype PKCS12", keys);
        keytool("-exportcert -rfc -file " + trusted, keys);
        port = Ports.free();
        Path configuration =
                Files.writeString(folder.resolve("zoo.cfg"), """
                tickTime=500
                minSessionTimeout=1000
                admin.enableServer=false
                dataDir=%s
                secureClientPort=%d
                secureClientPortAddress=127.0.0.1
                serverCnxnFactory=org.apache.zookeeper.server.NettyServerCnxnFactory
                ssl.keyStore.location=%s
                ssl.keyStore.password=changeit
                ssl.clientAuth=none
                """.formatted(folder.resolve("data"), port, keys));
        zooKeeper = Ensemble.run(configuration);
        properties = Map.of(
                "zookeeper.client.secure", "true",
                "zookeeper.clientCnxnSocket", "org.apache.zookeeper.ClientCnxnSocketNetty",
                "zookeeper.ssl.trustStore.location", trusted.toString());
        properties.forEach(System::setProperty);
    }

    private static void keytool(String what, Path keys) throws Exception {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        String command = tool + " " + what + " -alias zk -storepass changeit -keystore " + keys;
        assertEquals(0, new ProcessBuilder(command.split(" ")).start().waitFor());
    }

    @AfterEach
    void stop() {
        properties.keySet().forEach(System::clearProperty);
        zooKeeper.destroyForcibly();
    }

    @Test
    void itIsReachedByZooKeepersProperties() throws Exception {
        Seen seen = new Seen();
        try (Registry registry =
                ZooKeeperRegistry.builder("zk://127.0.0.1:" + port + "/shop").build()) {
            registry.register(server("a"));
            registry.watch(SHOP, seen);
            seen.await(server("a"));
            assertTrue(zooKeeper.isAlive());
        }
    }
}
