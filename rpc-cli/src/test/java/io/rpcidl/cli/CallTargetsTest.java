package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.embedded.RegistryServer;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.transport.Tls;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where calls go, and how they end. */
@Timeout(60)
class CallTargetsTest {

    private static final String PENCIL = "{\"sku\":\"A-1\",\"name\":\"Pencil\",\"price\":\"0.80\"}\n";

    @TempDir
    Path folder;

    private final ShopService shop = new ShopService();
    private Session session;

    @BeforeEach
    void begin() {
        session = new Session(folder);
    }

    @Test
    void aRegistryKnowsTheServersOfAService() throws IOException {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0);
                RpcServer server = RpcServer.builder()
                        .add(shop)
                        .registry(registry.target())
                        .start()) {
            Session.Result known = new Session.Result(0, PENCIL, "");
            Session.Result first = session.run("call", registry.target(), "shop.v1.Shop/get", "sku=A-1");
            for (int i = 0; i < 100 && !first.equals(known); i++) { // it registers itself when it has started
                first = session.run("call", registry.target(), "shop.v1.Shop/get", "sku=A-1");
            }
            assertEquals(known, first);
            Session.Result unknown = session.run("call", registry.target(), "Shop/get", "sku=A-1");
            assertEquals(6, unknown.code());
            assertEquals(
                    "rpc: UNAVAILABLE: " + registry.target()
                            + " knows no server of 'Shop'; a registry needs the whole name of a service\n"
                            + "  processed: no\n",
                    unknown.err());
            assertTrue(server.port() > 0);
        }
    }

    @Test
    void serversMayBeListed() throws IOException {
        try (RpcServer server = RpcServer.builder().add(shop).start()) {
            String target = "rpc://127.0.0.1:" + deadPort() + "," + server.endpoint();
            assertEquals(new Session.Result(0, PENCIL, ""), session.run("call", target, "Shop/get", "sku=A-1"));
        }
    }

    private static int deadPort() throws IOException {
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    @Test
    void connectionsMayBeEncrypted() throws Exception {
        Process openssl = new ProcessBuilder(
                        ("openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=shop"
                                        + " -addext subjectAltName=IP:127.0.0.1 -keyout shop.key -out shop.pem")
                                .split(" "))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("openssl.out").toFile())
                .start();
        assertEquals(0, openssl.waitFor());
        Tls identity = Tls.identity(folder.resolve("shop.pem"), folder.resolve("shop.key"));
        try (RpcServer server =
                RpcServer.builder().add(shop).tls(identity).withoutDescribe().start()) {
            String target = server.endpoint().toString();
            Session.Result called = session.run(
                    "call", "--cacert", folder.resolve("shop.pem").toString(), target, "shop.v1.Shop/get", "sku=A-1");
            assertEquals(new Session.Result(0, PENCIL, ""), called);
            Session.Result distrusted = session.run("call", "--tls", target, "shop.v1.Shop/get", "sku=A-1");
            assertEquals(6, distrusted.code());
            assertTrue(distrusted.err().startsWith("rpc: UNAVAILABLE: "), distrusted.err());
            assertTrue(distrusted.err().contains("TLS: no trusted authority has signed"), distrusted.err());
        }
    }

    @Test
    void aTargetThatIsNoneIsSaid() {
        String message =
                "rpc: 'nowhere' is no target: expected host:port, or a URI such as rpc://host:port,host:port or"
                        + " registry://host:port\n";
        assertEquals(new Session.Result(2, "", message), session.run("call", "nowhere", "a/b"));
        assertEquals(2, session.run("call", "ftp://nowhere:1", "a/b").code());
    }

    @Test
    void anInterruptCancelsTheCall() throws Exception {
        try (RpcServer server = RpcServer.builder().add(shop).start()) {
            List<String> words =
                    List.of("call", "--timeout", "1m", server.endpoint().toString(), "Shop/wait");
            // who runs in the background ignores the signal, and so do all that he starts
            String command = "exec env --default-signal=INT " + Jvm.same().command(words);
            Process call = new ProcessBuilder("bash", "-c", command).start();
            assertEquals("waits", shop.events.take());
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-INT", Long.toString(call.pid()))
                            .start()
                            .waitFor());
            assertEquals("cancelled", shop.events.take());
            assertEquals("", text(call.getInputStream()));
            assertEquals(130, call.waitFor());
        }
    }

    @Test
    void anEndlessAnswerEndsWithItsReader() throws Exception {
        try (RpcServer server = RpcServer.builder().add(shop).start()) {
            String command = Jvm.same()
                            .command(List.of(
                                    "call", server.endpoint().toString(), "Shop/browse", "from=A", "endless=true"))
                    + " | head -n 1; echo ${PIPESTATUS[0]}";
            Process shell = new ProcessBuilder("bash", "-c", command)
                    .redirectErrorStream(true)
                    .start();
            assertEquals(PENCIL + "141\n", text(shell.getInputStream()));
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
