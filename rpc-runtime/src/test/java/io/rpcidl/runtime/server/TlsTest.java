package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.testing.Certificates;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.contract.Echo;
import io.rpcidl.runtime.testing.contract.EchoAsync;
import io.rpcidl.runtime.testing.contract.EchoHandler;
import io.rpcidl.transport.Tls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** TLS: who talks to whom, and what the one who may not is told. */
@Timeout(60)
class TlsTest {

    @TempDir
    private Path folder;

    private Certificates ours;
    private Certificates others;

    /** Says who calls. */
    private static final class Who extends EchoService {
        @Override
        public String echo(Echo.EchoRequest request) {
            List<X509Certificate> certificates = ServerCall.current().peer().certificates();
            return certificates.isEmpty()
                    ? "nobody"
                    : certificates.get(0).getSubjectX500Principal().getName();
        }
    }

    @BeforeEach
    void makeAuthorities() throws Exception {
        ours = new Certificates(folder.resolve("ours"), "ours");
        others = new Certificates(folder.resolve("others"), "others");
    }

    @Test
    void callsAServerOfATrustedAuthorityByNameAndByAddress() throws Exception {
        try (RpcServer server = start(ours.identity("server"))) {
            assertEquals("nobody", call(server, "localhost", ours.trust()));
            assertEquals("nobody", call(server, "127.0.0.1", ours.trust()));
        }
    }

    @Test
    void tellsTheHandlerWhoCalls() throws Exception {
        Tls client = ours.identity("client");
        try (RpcServer server = start(withTrust(ours.identity("server"), ours))) {
            assertEquals("CN=client", call(server, "localhost", withTrust(client, ours)));
        }
    }

    @Test
    void takesPlaintextBesideTlsOnlyIfItIsAllowed() throws Exception {
        try (RpcServer server = start(ours.identity("server"));
                RawSocket stranger = new RawSocket(server.port());
                RawSocket browser = new RawSocket(server.port())) {
            stranger.send(
                    "{\"header\":{\"request_id\":1,\"service_name\":\"testing.v1.Echo\",\"method_name\":\"echo\"}}");
            assertEquals(
                    "{\"header\":{\"request_id\":null,\"service_name\":\"\",\"method_name\":\"\"},\"body\":{\"error\":"
                            + "{\"code\":\"FAILED_PRECONDITION\",\"message\":\"this port takes TLS only\","
                            + "\"processed\":\"no\"}}}\n",
                    stranger.rest());
            browser.send("GET /health/live HTTP/1.0\r\n\r\n");
            assertTrue(browser.rest().contains("this port takes TLS only"));
            assertEquals(
                    StatusCode.FAILED_PRECONDITION,
                    failure(server, "localhost", null).code());
        }
        try (RpcServer server = RpcServer.builder()
                .add(new Who())
                .tls(ours.identity("server"))
                .allowPlaintext()
                .start()) {
            assertEquals("nobody", call(server, "localhost", null));
            assertEquals("nobody", call(server, "localhost", ours.trust()));
        }
    }

    @Test
    void saysWhoseEndItWasWhenTheServerCloses() throws Exception {
        EchoService service = new EchoService();
        RpcServer server = RpcServer.builder()
                .add(service)
                .tls(ours.identity("server"))
                .drainTimeout(Duration.ofMillis(1))
                .start();
        try (RpcClient client = RpcClient.builder("rpc://127.0.0.1:" + server.port())
                .tls(ours.trust())
                .build()) {
            CompletableFuture<String> reply = EchoAsync.stub(client).wait_("long");
            service.begun.take();
            server.close();
            ExecutionException lost = assertThrows(ExecutionException.class, reply::get);
            String message = lost.getCause().getMessage();
            assertTrue(message.endsWith("was in flight: closed by the other side"), message);
        } finally {
            service.release.countDown();
        }
    }

    @Test
    void speaksHttpWithinTls() throws Exception {
        try (RpcServer server = start(ours.identity("server"));
                SSLSocket socket = (SSLSocket) trustAll().getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.getOutputStream().write("GET /health/live HTTP/1.0\r\n\r\n".getBytes());
            String answer = new String(socket.getInputStream().readAllBytes());
            assertTrue(answer.startsWith("HTTP/1.0 200 OK") || answer.startsWith("HTTP/1.1 200 OK"), answer);
        }
    }

    @Test
    void saysWhyAServerIsNotTrusted() throws Exception {
        try (RpcServer server = start(others.identity("server"))) {
            assertFails(server, "localhost", ours.trust(), "no trusted authority has signed");
        }
        try (RpcServer server = start(ours.identity("server", builder -> builder.addSanDnsName("other.example")))) {
            assertFails(server, "localhost", ours.trust(), "the server's certificate is not for the host localhost");
        }
        try (RpcServer server = start(Certificates.selfSigned(folder.resolve("self")))) {
            assertFails(server, "localhost", ours.trust(), "no trusted authority has signed");
        }
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        try (RpcServer server = start(ours.identity(
                "server",
                builder -> builder.addSanDnsName("localhost")
                        .notBefore(yesterday.minus(Duration.ofDays(1)))
                        .notAfter(yesterday)))) {
            assertFails(server, "localhost", ours.trust(), "certificate has expired");
        }
        try (RpcServer server = RpcServer.builder().add(new Who()).start()) {
            assertFails(server, "localhost", ours.trust(), "does not speak TLS on this port");
        }
    }

    @Test
    void saysWhyAClientIsNotTrusted() throws Exception {
        try (RpcServer server = start(withTrust(ours.identity("server"), ours))) {
            assertFails(server, "localhost", ours.trust(), "does not accept this side's certificate, or asks for one");
            Tls foreign = withTrust(others.identity("client"), ours);
            assertFails(server, "localhost", foreign, "does not accept this side's certificate");
        }
    }

    @Test
    void refusesOldVersionsOfTls() throws Exception {
        try (RpcServer server = start(ours.identity("server"));
                SSLSocket socket = (SSLSocket) trustAll().getSocketFactory().createSocket("127.0.0.1", server.port())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.1"});
            assertThrows(SSLException.class, socket::startHandshake);
        }
    }

    @Test
    void takesANewCertificateWithoutARestartAndWithoutLosingACall() throws Exception {
        Tls identity = ours.identity("server");
        ExecutorService callers = Executors.newFixedThreadPool(2);
        AtomicBoolean stop = new AtomicBoolean();
        AtomicReference<Throwable> lost = new AtomicReference<>();
        try (RpcServer server = start(identity);
                RpcClient before = client(server, "localhost", ours.trust())) {
            Echo echo = Echo.stub(before);
            callers.execute(() -> {
                while (!stop.get()) {
                    try {
                        echo.echo("");
                    } catch (RuntimeException e) {
                        lost.compareAndSet(null, e);
                    }
                }
            });
            callers.execute(() -> {
                while (!stop.get()) { // each on a connection of its own, whichever authority has signed by then
                    try (RpcClient fresh = client(server, "localhost", Tls.trust(both()))) {
                        Echo.stub(fresh).echo("");
                    } catch (RuntimeException | IOException e) {
                        lost.compareAndSet(null, e);
                    }
                }
            });
            Tls successor = others.identity("server");
            Path certificates = identity.certificates();
            Files.write(certificates, new byte[0]); // replaced by halves
            assertEquals("nobody", call(server, "localhost", ours.trust()));
            Files.copy(successor.certificates(), certificates, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertEquals("nobody", call(server, "localhost", ours.trust()));
            Files.copy(successor.key(), identity.key(), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            assertEquals("nobody", call(server, "localhost", others.trust()));
            stop.set(true);
            callers.shutdown();
            assertTrue(callers.awaitTermination(20, java.util.concurrent.TimeUnit.SECONDS));
        }
        assertEquals(null, lost.get());
    }

    @Test
    void saysWhatIsWrongWithAFile() throws Exception {
        Tls good = ours.identity("server");
        Tls other = ours.identity("other");
        Path text = Files.writeString(folder.resolve("text"), "hello");
        assertSays("cannot read", () -> Tls.trust(folder.resolve("none.pem")));
        assertSays("holds no certificate", () -> start(Tls.identity(text, good.key())));
        assertSays("holds no key in PKCS #8", () -> start(Tls.identity(good.certificates(), text)));
        assertSays("is not the key of the certificate", () -> start(Tls.identity(good.certificates(), other.key())));
        assertSays("a server needs a certificate", () -> start(Tls.system()));
        assertSays(
                "holds no certificate",
                () -> RpcClient.builder("rpc://a:1").tls(Tls.trust(text)).build());
    }

    // ---- helpers

    private Path both() throws IOException {
        String all = Files.readString(ours.trust().authorities()) + "\n"
                + Files.readString(others.trust().authorities());
        Path file = folder.resolve("both.pem");
        if (!Files.exists(file)) {
            Files.writeString(file, all);
        }
        return file;
    }

    private static Tls withTrust(Tls identity, Certificates authority) {
        return identity.withTrust(authority.trust().authorities());
    }

    private static RpcServer start(Tls tls) throws IOException {
        EchoHandler who = new Who();
        return RpcServer.builder().add(who).tls(tls).start();
    }

    private static RpcClient client(RpcServer server, String host, Tls tls) {
        var builder = RpcClient.builder("rpc://" + host + ":" + server.port());
        return (tls == null ? builder : builder.tls(tls)).build();
    }

    private static String call(RpcServer server, String host, Tls tls) {
        try (RpcClient client = client(server, host, tls)) {
            return Echo.stub(client).echo("");
        }
    }

    private static RpcException failure(RpcServer server, String host, Tls tls) {
        return assertThrows(RpcException.class, () -> call(server, host, tls));
    }

    private static void assertFails(RpcServer server, String host, Tls tls, String reason) {
        RpcException failure = failure(server, host, tls);
        assertEquals(StatusCode.UNAVAILABLE, failure.code());
        assertTrue(failure.getMessage().contains(reason), failure.getMessage());
    }

    private static void assertSays(String reason, org.junit.jupiter.api.function.Executable task) {
        String message = assertThrows(IllegalArgumentException.class, task).getMessage();
        assertTrue(message.contains(reason), message);
    }

    private SSLContext trustAll() throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new javax.net.ssl.TrustManager[] {new TrustEverybody()}, null);
        return context;
    }

    private static final class TrustEverybody implements javax.net.ssl.X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
