package io.rpcidl.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoHandler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What {@code docs/running.md} shows is here, and is compiled; what needs no files is run. */
class RunningPageTest {

    private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

    private final EchoHandler handler = new EchoService();

    @Test
    void isShownAsItIsCompiled() throws IOException {
        String source = Files.readString(Path.of("src/test/java/io/rpcidl/runtime/RunningPageTest.java"));
        Matcher blocks = BLOCK.matcher(Files.readString(Path.of("../docs/running.md")));
        int count = 0;
        while (blocks.find()) {
            count++;
            assertTrue(plain(source).contains(plain(blocks.group(1))), blocks.group(1));
        }
        assertEquals(5, count);
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
    void inProcess() throws IOException {
        try (RpcServer server = RpcServer.builder().add(handler).inProcess().start();
                RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                        .inProcess()
                        .build()) {
            assertEquals("hello", Echo.stub(client).echo("hello"));
        }
    }
}
