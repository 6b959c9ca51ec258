package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.runtime.Call;
import io.rpcidl.runtime.filter.CallCredentials;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Tls;
import java.nio.file.Path;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A registry that speaks TLS and asks who calls. */
@Timeout(120)
class GuardedRegistryTest {

    private static final Instance SERVER =
            new Instance("a", new Endpoint("127.0.0.1", 4000), List.of("s"), Map.of("wire", "1"));

    @TempDir
    Path folder;

    private final Lists seen = new Lists();

    @Test
    void whoHasTheCertificateAndTheTokenIsLetIn() throws Exception {
        try (RegistryServer server = guarded();
                Registry registry = EmbeddedRegistry.builder(endpoint(server))
                        .lease(Duration.ofSeconds(5))
                        .client(client -> client.tls(trust()).credentials(CallCredentials.bearer(() -> "sesame")))
                        .build()) {
            registry.register(SERVER);
            registry.watch("s", seen);
            assertEquals(List.of(SERVER), seen.await(list -> !list.isEmpty()));
        }
    }

    @Test
    void nobodyElseIs() throws Exception {
        try (RegistryServer server = guarded();
                Registry plain = Registries.open(server.target());
                Registry stranger = EmbeddedRegistry.builder(endpoint(server))
                        .client(client -> client.tls(trust()))
                        .build()) {
            plain.watch("s", seen);
            String reason = seen.awaitReason();
            assertTrue(reason.startsWith("registry registry://127.0.0.1:"), reason);
            stranger.register(SERVER);
            Lists told = new Lists();
            stranger.watch("s", told);
            reason = told.awaitReason();
            assertTrue(reason.contains("UNAUTHENTICATED"), reason);
        }
    }

    @Test
    void leasesLongerThanTheRegistryAllowsAreRefused() throws Exception {
        try (RegistryServer server = RegistryServer.builder()
                        .longestLease(Duration.ofSeconds(5))
                        .start();
                Registry registry = EmbeddedRegistry.builder(endpoint(server))
                        .lease(Duration.ofSeconds(6))
                        .build();
                Registry other = EmbeddedRegistry.builder(endpoint(server))
                        .lease(Duration.ofSeconds(5))
                        .build()) {
            registry.register(SERVER);
            other.register(new Instance("b", SERVER.endpoint(), List.of("s"), Map.of()));
            registry.watch("s", seen);
            seen.awaitIds("b");
            assertThrows(
                    IllegalArgumentException.class,
                    () -> RegistryServer.builder().longestLease(Duration.ofMinutes(11)));
        }
    }

    private RegistryServer guarded() throws Exception {
        Process openssl = new ProcessBuilder(
                        ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=registry"
                                        + " -addext subjectAltName=IP:127.0.0.1 -keyout key.pem -out registry.pem")
                                .split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.out").toFile())
                .start();
        assertEquals(0, openssl.waitFor());
        Tls identity = Tls.identity(folder.resolve("registry.pem"), folder.resolve("key.pem"));
        return RegistryServer.builder()
                .server(server -> server.tls(identity).authenticate(GuardedRegistryTest::caller))
                .start();
    }

    private static CompletionStage<Principal> caller(Call call) {
        return "Bearer sesame".equals(call.metadata().get("authorization"))
                ? CompletableFuture.completedFuture(() -> "site")
                : CompletableFuture.failedFuture(new SecurityException("who is that?"));
    }

    private Tls trust() {
        return Tls.trust(folder.resolve("registry.pem"));
    }

    private static Endpoint endpoint(RegistryServer server) {
        return new Endpoint("127.0.0.1", server.port());
    }
}
