package io.rpcidl.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.filter.CallCredentials;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.service.health.Health;
import io.rpcidl.runtime.service.health.ServingStatus;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoHandler;
import io.rpcidl.transport.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Principal;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/running.md} shows is here, and is compiled; what needs no files is run. */
class RunningPageTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    /** A command, and the lines up to the next or to the end of the block. */
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)\n((?:(?!\\$ |```).*\n)*)");

    private static final Path PAGE = Path.of("../docs/running.md");

    private final EchoHandler handler = new EchoService();

    @Test
    void isShownAsItIsCompiled() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/rpcidl/runtime/RunningPageTest.java"));
        Matcher blocks = BLOCK.matcher(Files.readString(PAGE));
        int count = 0;
        while (blocks.find()) {
            count++;
            assertTrue(plain(source).contains(plain(blocks.group(1))), blocks.group(1));
        }
        assertEquals(8, count);
    }

    /** Text without its line breaks and indentation, which formatting may change. */
    private static String plain(String text) {
        return text.replaceAll("\\s+", "");
    }

    @Test
    void tls() {
        String message =
                assertThrows(IllegalArgumentException.class, this::encrypted).getMessage();
        assertEquals("cannot read server.pem: give the path of a PEM file", message);
        assertThrows(IllegalArgumentException.class, this::withClientsCertificates);
        assertThrows(IllegalArgumentException.class, () -> authenticated(null, null));
    }

    @SuppressWarnings("try")
    private void encrypted() throws IOException {
        RpcServer server = RpcServer.builder()
                .add(handler)
                .tls(Tls.identity(Path.of("server.pem"), Path.of("server.key")))
                .start();
        RpcClient client = RpcClient.builder("rpc://shop.example:4000")
                .tls(Tls.trust(Path.of("authority.pem")))
                .build();
        client.close();
        server.close();
    }

    private void withClientsCertificates() throws IOException {
        RpcServer server = RpcServer.builder()
                .add(handler)
                .tls(Tls.identity(Path.of("server.pem"), Path.of("server.key")).withTrust(Path.of("clients.pem")))
                .start();
        RpcClient client = RpcClient.builder("rpc://shop.example:4000")
                .tls(Tls.trust(Path.of("authority.pem")).withIdentity(Path.of("me.pem"), Path.of("me.key")))
                .build();
        client.close();
        server.close();
    }

    private interface Tokens {
        String current();
    }

    private interface Accounts {
        CompletionStage<Principal> find(String authorization);

        boolean mayCall(Principal caller, String method);
    }

    private void authenticated(Accounts accounts, Tokens tokens) throws IOException {
        RpcServer server = RpcServer.builder()
                .add(handler)
                .tls(Tls.identity(Path.of("server.pem"), Path.of("server.key")))
                .authenticate(call -> accounts.find(call.metadata().get("authorization")))
                .authorize(
                        (caller, call) -> accounts.mayCall(caller, call.method().fullName()))
                .start();
        RpcClient client = RpcClient.builder("rpc://shop.example:4000")
                .tls(Tls.trust(Path.of("authority.pem")))
                .credentials(CallCredentials.bearer(tokens::current))
                .build();
        client.close();
        server.close();
    }

    /** What a handler may ask; that it is answered is TlsTest's. */
    static String nameOfCaller() {
        String caller = ServerCall.current()
                .peer()
                .certificates()
                .get(0)
                .getSubjectX500Principal()
                .getName();
        return caller;
    }

    @Test
    void origins() throws IOException {
        RpcServer server = RpcServer.builder()
                .add(handler)
                .allowOrigin("https://shop.example")
                .start();
        server.close();
    }

    @Test
    void health() throws Exception {
        RpcServer server = RpcServer.builder().add(handler).warmingUp().start();
        fillCaches();
        server.health().serving();
        server.health().notServing("testing.v1.Echo"); // what it needs is not there
        try (server;
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            Health health = Health.stub(client);
            assertEquals(ServingStatus.SERVING, health.check());
            try (RpcStream<ServingStatus> changes = health.watch(
                    Health.WatchRequest.builder().service("testing.v1.Echo").build())) {
                assertEquals(ServingStatus.NOT_SERVING, changes.next());
            }
            assertPrinted(server.port());
        }
    }

    private static void fillCaches() {}

    /** Runs the commands of the page, and compares it; {@code -Dgolden.update=true} writes what they print. */
    private static void assertPrinted(int port) throws IOException, InterruptedException {
        String page = Files.readString(PAGE);
        StringBuilder printed = new StringBuilder();
        Matcher commands = COMMAND.matcher(page);
        int from = 0;
        while (commands.find()) {
            String command = commands.group(1).replace(":4000/", ":" + port + "/");
            Process shell = new ProcessBuilder("sh", "-c", command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            printed.append(page, from, commands.start(2))
                    .append(answer.stripTrailing())
                    .append('\n');
            from = commands.end();
            assertEquals(0, shell.waitFor(), command);
        }
        printed.append(page, from, page.length());
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(PAGE, printed);
        }
        assertEquals(Files.readString(PAGE), printed.toString());
    }

    @Test
    void inProcess() throws IOException {
        try (RpcServer server = RpcServer.builder().add(handler).inProcess().start();
                RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                        .inProcess()
                        .build()) {
            assertEquals("hello", Echo.stub(client).echo("hello"));
        }
    }
}
