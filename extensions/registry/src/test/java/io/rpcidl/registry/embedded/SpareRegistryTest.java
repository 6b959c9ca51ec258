package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.transport.Endpoint;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two registries that do not know each other, over real sockets: either may be away. */
@Timeout(120)
class SpareRegistryTest {

    private final Lists seen = new Lists();
    private RegistryServer first;
    private RegistryServer second;

    @BeforeEach
    void start() throws IOException {
        first = RegistryServer.start("127.0.0.1", 0);
        second = RegistryServer.start("127.0.0.1", 0);
    }

    @AfterEach
    void stop() {
        first.close();
        second.close();
    }

    @Test
    void serversAreToldToAllAndFoundInAny() throws InterruptedException {
        try (Registry registry = open();
                Registry one = Registries.open(first.target());
                Registry other = Registries.open(second.target())) {
            Lists inFirst = new Lists();
            Lists inSecond = new Lists();
            one.watch("s", inFirst);
            other.watch("s", inSecond);
            registry.watch("s", seen);
            Registry.Registration a = registry.register(server("a"));
            one.register(server("b"));
            seen.awaitIds("a", "b");
            inFirst.awaitIds("a", "b");
            inSecond.awaitIds("a");
            a.update(server("a").withWeight(0));
            seen.await(list -> list.contains(server("a").withWeight(0)));
            a.close();
            seen.awaitIds("b");
            inSecond.awaitIds();
        }
    }

    @Test
    void oneMayBeAway() throws Exception {
        first.close();
        try (Registry registry = open()) {
            registry.watch("s", seen);
            registry.register(server("a"));
            seen.awaitIds("a");
            int port = first.port();
            first = RegistryServer.start("127.0.0.1", port);
            try (Registry one = Registries.open(first.target())) {
                Lists inFirst = new Lists();
                one.watch("s", inFirst);
                inFirst.awaitIds("a");
            }
            second.close();
            registry.register(server("b"));
            seen.awaitIds("a", "b");
        }
    }

    @Test
    void ifNoneAnswersThatIsSaid() throws InterruptedException {
        first.close();
        second.close();
        try (Registry registry = open()) {
            registry.watch("s", seen);
            String reason = seen.awaitReason();
            assertTrue(reason.contains("does not answer") && reason.contains("connection refused"), reason);
        }
    }

    @Test
    void aTargetIsAListOfAddresses() {
        assertThrows(IllegalArgumentException.class, () -> Registries.open("registry://"));
        assertThrows(IllegalArgumentException.class, () -> Registries.open("registry://a:1,"));
        assertThrows(IllegalArgumentException.class, EmbeddedRegistry::builder);
        assertEquals("registry", new EmbeddedRegistryProvider().scheme());
    }

    private Registry open() {
        return Registries.open("registry://127.0.0.1:" + first.port() + ",127.0.0.1:" + second.port());
    }

    private static Instance server(String id) {
        return new Instance(id, new Endpoint("127.0.0.1", id.charAt(0)), List.of("s"), Map.of());
    }
}
