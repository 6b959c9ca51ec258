package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.registry.embedded.RegistryServer;
import io.rpcidl.transport.Endpoint;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code rpc registry} and {@code rpc list} of a registry. */
@Timeout(60)
class RegistryCommandTest {

    private static final Instance ONE = new Instance(
            "one",
            new Endpoint("127.0.0.1", 4000),
            List.of("shop.v1.Shop", "shop.v1.Stock"),
            Map.of("wire", "1", "zone", "north"));
    private static final Instance TWO =
            new Instance("two", new Endpoint("127.0.0.1", 14000), List.of("shop.v1.Shop"), Map.of()).withWeight(0);

    @TempDir
    Path folder;

    private RegistryServer registry;
    private String target;

    @BeforeEach
    void start() throws IOException {
        registry = RegistryServer.start("127.0.0.1", 0);
        target = registry.target();
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    @Test
    void serversAreATable() throws Exception {
        try (Registry servers = register(target, ONE, TWO)) {
            assertPrints("""
                    ADDRESS          WEIGHT  SERVICES                    METADATA
                    127.0.0.1:14000  0       shop.v1.Shop                -
                    127.0.0.1:4000   100     shop.v1.Shop shop.v1.Stock  wire=1 zone=north
                    """, "registry", "list", target);
            assertTrue(servers != null);
        }
    }

    @Test
    void serversAreLinesOfJson() throws Exception {
        try (Registry servers = register(target, TWO)) {
            assertPrints("""
                    {"id":"two","host":"127.0.0.1","port":14000,"services":["shop.v1.Shop"],"metadata":{"weight":"0"}}
                    """, "registry", "list", "--json", target);
            assertTrue(servers != null);
        }
    }

    @Test
    void anyTargetCanBeListed() {
        assertPrints("""
                ADDRESS      WEIGHT  SERVICES  METADATA
                10.0.0.7:80  100     -         -
                10.0.0.8:80  100     -         -
                """, "registry", "list", "rpc://10.0.0.8:80,10.0.0.7:80");
    }

    @Test
    void whatARegistrySaysCannotMoveTheCursor() throws Exception {
        Instance liar = new Instance("x", new Endpoint("h", 1), List.of("a\u001b[2J"), Map.of("k", "v\nh:2"));
        try (Registry servers = register(target, liar)) {
            assertPrints("""
                    ADDRESS  WEIGHT  SERVICES    METADATA
                    h:1      100     a\\u001b[2J  k=v\\nh:2
                    """, "registry", "list", target);
            assertTrue(servers != null);
        }
    }

    @Test
    void servicesAreListedWithTheirServers() throws Exception {
        try (Registry servers = register(target, ONE, TWO)) {
            assertPrints("""
                    shop.v1.Shop  127.0.0.1:14000 127.0.0.1:4000
                    shop.v1.Stock  127.0.0.1:4000
                    """, "list", target);
            assertPrints("""
                    [{"service":"shop.v1.Shop","servers":["127.0.0.1:14000","127.0.0.1:4000"]},\
                    {"service":"shop.v1.Stock","servers":["127.0.0.1:4000"]}]
                    """, "list", "--json", target);
            assertPrints("shop.v1.Shop/\n", "complete", "--", "call", target, "shop.v1.Sh");
            assertTrue(servers != null);
        }
    }

    @Test
    void aRegistryThatIsNotThereIsSaid() {
        registry.close();
        Session.Result result = new Session(folder).run("registry", "list", target);
        assertEquals(6, result.code());
        assertTrue(result.err().startsWith("rpc: UNAVAILABLE: registry " + target + " does not answer"), result.err());
    }

    @Test
    void aTargetThatIsNoneIsMisuse() {
        for (String wrong : List.of("nowhere", "nobody://h:1", "registry://h")) {
            Session.Result result = new Session(folder).run("registry", "list", wrong);
            assertEquals(2, result.code(), result.err());
        }
        Session.Result none = new Session(folder).run("registry");
        assertEquals(2, none.code());
        assertTrue(none.err().contains("what about it?"), none.err());
    }

    @Test
    void aRegistryServesUntilItIsEnded() throws Exception {
        List<String> words = List.of("registry", "serve", "--port", "0", "--lease-max", "20s");
        Process process = Jvm.same().start(folder, words);
        try {
            String line = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertTrue(line.startsWith("listening on 127.0.0.1:"), line);
            try (Registry servers = register("registry://" + line.substring("listening on ".length()), ONE)) {
                assertTrue(servers != null);
            }
        } finally {
            process.destroy();
        }
        assertEquals(143, process.waitFor());
    }

    @Test
    void whatCannotBeServedIsMisuse() {
        Session session = new Session(folder);
        String port = Integer.toString(registry.port());
        assertEquals(2, session.run("registry", "serve", "--port", port).code());
        assertEquals(2, session.run("registry", "serve", "--port", "70000").code());
        assertEquals(
                new Session.Result(2, "", "rpc: lease not in 0 to 10 minutes: PT1H\n"),
                session.run("registry", "serve", "--lease-max", "1h"));
    }

    private void assertPrints(String expected, String... words) {
        assertEquals(new Session.Result(0, expected, ""), new Session(folder).run(words));
    }

    /** Registers servers, and waits until the registry knows them. */
    private static Registry register(String target, Instance... instances) throws InterruptedException {
        Registry registry = Registries.open(target);
        CountDownLatch known = new CountDownLatch(1);
        for (Instance each : instances) {
            registry.register(each);
        }
        registry.watchAll(new Registry.Listener() {
            @Override
            public void instances(List<Instance> list) {
                if (list.size() == instances.length) {
                    known.countDown();
                }
            }

            @Override
            public void unreachable(String reason) {}
        });
        known.await();
        return registry;
    }
}
