package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.registry.embedded.testing.EchoHandler;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.filter.CallCredentials;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/registry.md} shows is here, and is compiled; what needs neither files nor a certain port is run. */
class RegistryPageTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile("(?m)^\\| `(\\w+:[^`]*)`");

    private static final Path PAGE = Path.of("../../docs/registry.md");

    private final EchoHandler handler = new EchoService();

    @Test
    void isShownAsItIsCompiled() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/rpcidl/registry/embedded/RegistryPageTest.java"));
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        int count = 0;
        while (blocks.find()) {
            count++;
            assertTrue(plain(source).contains(plain(blocks.group(1))), blocks.group(1));
        }
        assertEquals(6, count);
    }

    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void itsTargetsAreTargets() throws IOException {
        Matcher targets = TARGET.matcher(Files.readString(PAGE));
        Set<String> schemes = new TreeSet<>();
        while (targets.find()) {
            String target = targets.group(1);
            schemes.add(target.substring(0, target.indexOf(':')));
            if (!target.startsWith("zk:")) { // which is not on this class path
                Registries.open(target).close();
            }
        }
        assertEquals(Set.of("rpc", "dns", "inproc", "registry", "zk"), schemes);
    }

    @Test
    void whatItShowsCanBeRun() throws Exception {
        found();
        look("rpc://127.0.0.1:1", new Lists());
        drained();
        assertThrows(IllegalArgumentException.class, () -> guarded(null, null), "there are no such files");
        Path file = Path.of("target", "servers.json");
        remembering(file).close();
    }

    private void found() throws IOException {
        RpcServer server = RpcServer.builder()
                .add(handler)
                .registry("registry://127.0.0.1:4500")
                .start();
        RpcClient client = RpcClient.connect("registry://127.0.0.1:4500");
        client.close();
        server.close();
    }

    private static void look(String target, Registry.Listener listener) {
        try (Registry registry = Registries.open(target)) {
            registry.watchAll(listener);
        }
    }

    private static RpcClient remembering(Path other) {
        RpcClient client = RpcClient.builder("registry://127.0.0.1:4500")
                .rememberServers(Path.of("/var/lib/shop/servers.json"))
                .build();
        client.close(); // nothing was known, so nothing is written
        return RpcClient.builder("registry://127.0.0.1:4500")
                .rememberServers(other)
                .build();
    }

    private void drained() throws IOException {
        RpcServer server = RpcServer.builder()
                .add(handler)
                .announce(Instance.WEIGHT, "50")
                .registry("registry://127.0.0.1:4500")
                .start();
        server.weight(0);
        server.close();
    }

    /** The port may be another's on the machine of the test. */
    static void serve() throws IOException, InterruptedException {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 4500)) {
            registry.awaitClosed();
        }
    }

    private void guarded(Accounts accounts, Tokens tokens) throws IOException {
        RegistryServer registry = RegistryServer.builder()
                .server(server -> server.host("0.0.0.0")
                        .port(4500)
                        .tls(Tls.identity(Path.of("registry.pem"), Path.of("registry.key")))
                        .authenticate(call -> accounts.find(call.metadata().get("authorization"))))
                .start();
        Registry known = EmbeddedRegistry.builder(new Endpoint("registry.example", 4500))
                .client(client -> client.tls(Tls.trust(Path.of("authority.pem")))
                        .credentials(CallCredentials.bearer(tokens::current)))
                .build();
        RpcServer server = RpcServer.builder().add(handler).registry(known).start();
        RpcClient client = RpcClient.builder(known).build();
        client.close();
        server.close();
        known.close();
        registry.close();
    }

    private interface Accounts {
        CompletionStage<Principal> find(String authorization);
    }

    private interface Tokens {
        String current();
    }
}
