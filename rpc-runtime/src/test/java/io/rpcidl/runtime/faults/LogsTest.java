package io.rpcidl.runtime.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Filter;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.filter.Authentication;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.contract.Echo;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a caller can bring into a server's log, and what of a server's failure it gets to know. */
@Timeout(60)
class LogsTest {

    private static final String FORGED = "x\r\n2026-01-01 ERROR forged ${jndi:ldap://127.0.0.1:1/a} {} \u2028forged";
    private static final String ESCAPED =
            "x\\r\\n2026-01-01 ERROR forged ${jndi:ldap://127.0.0.1:1/a} {} \\u2028forged";
    private static final String TOKEN = "Bearer very-secret-token";

    private final EchoService service = new EchoService();
    private final ByteArrayOutputStream log = new ByteArrayOutputStream();
    private PrintStream errors;

    /** The log of these tests goes to the standard error stream. */
    @BeforeEach
    void catchLog() {
        errors = System.err;
        System.setErr(new PrintStream(log, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void releaseLog() {
        System.setErr(errors);
    }

    @Test
    void whatACallerSaysStaysInItsLineAndIsNotSentBack() throws IOException {
        try (RpcServer server = RpcServer.builder().add(service).start();
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Echo.stub(client).fail(FORGED));
            assertTrue(thrown.getMessage().matches("INTERNAL: internal error [-0-9a-f]{36}: see the server's log"));
            String id = thrown.getMessage().replaceFirst(".*error ([-0-9a-f]{36}).*", "$1");
            String line = "testing\\.v1\\.Echo\\.fail from 127\\.0\\.0\\.1:\\d+ failed after \\d+ ms, error id ";
            assertTrue(Pattern.compile(line + id).matcher(logged()).find(), logged());
            assertTrue(logged().contains("IllegalStateException: a secret: " + ESCAPED), logged());
            assertNothingForged();
        }
    }

    @Test
    void whatWasThrownIsNotSentInHttpEither() throws IOException {
        try (RpcServer server = RpcServer.builder().add(service).start();
                RawSocket socket = new RawSocket(server.port())) {
            socket.send("POST /testing.v1.Echo/fail HTTP/1.1\r\nhost: x\r\nconnection: close\r\n"
                    + "content-length: 10\r\n\r\n[\"hidden\"]");
            String answer = socket.rest();
            assertTrue(answer.startsWith("HTTP/1.1 500 Internal Server Error"), answer);
            assertFalse(answer.contains("hidden") || answer.contains("IllegalState"), answer);
            assertTrue(logged().contains("a secret: hidden"), logged());
        }
    }

    @Test
    void neitherFiltersNorAuthenticatorsForgeALine() throws IOException {
        try (RpcServer server = RpcServer.builder()
                        .add(service)
                        .filter(new Authentication(
                                call -> {
                                    throw new IllegalArgumentException(
                                            "no token: " + call.metadata().get("x-token"));
                                },
                                null))
                        .start();
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            Echo echo = Echo.stub(client).with(CallOptions.DEFAULT.withMetadata("x-token", FORGED));
            RpcException thrown = assertThrows(RpcException.class, () -> echo.echo("a"));
            assertEquals("UNAUTHENTICATED: not authenticated", thrown.getMessage());
            assertTrue(logged().contains("IllegalArgumentException: no token: " + ESCAPED), logged());
            assertNothingForged();
        }
    }

    @Test
    void anAuthorizationIsNotLoggedHoweverACallFails() throws IOException {
        List<String> printed = new CopyOnWriteArrayList<>();
        Filter printing = (call, next) -> {
            printed.add(call.toString());
            return next.invoke(call);
        };
        try (RpcServer server =
                        RpcServer.builder().add(service).filter(printing).start();
                RpcClient client = RpcClient.builder("rpc://" + server.endpoint())
                        .filter(printing)
                        .build();
                RawSocket socket = new RawSocket(server.port())) {
            CallOptions secret = CallOptions.DEFAULT.withMetadata("authorization", TOKEN);
            Echo echo = Echo.stub(client).with(secret);
            RpcException thrown = assertThrows(RpcException.class, () -> echo.fail("secret"));
            assertFalse(thrown.toString().contains(TOKEN), thrown.toString());
            assertEquals(2, printed.size());
            printed.add(secret.toString());
            printed.forEach(text -> assertFalse(text.contains(TOKEN), text));
            // a header whose metadata is wrong behind the secret
            socket.send("{\"header\":{\"request_id\":1,\"service_name\":\"testing.v1.Echo\",\"method_name\":\"echo\","
                    + "\"metadata\":{\"authorization\":\"" + TOKEN + "\",\"X\":\"\"}},\"body\":{\"params\":[\"a\"]}}");
            String answer = socket.line();
            assertTrue(answer.contains("INVALID_ARGUMENT"), answer);
            assertFalse(answer.contains(TOKEN), answer);
            assertTrue(logged().contains("failed after"), logged());
            assertFalse(logged().contains(TOKEN), logged());
        }
    }

    @Test
    void whatAServerSaysStaysInALineOfItsCallersLog() throws IOException {
        EchoService lying = new EchoService() {
            @Override
            public String echo(Echo.EchoRequest request) {
                throw new RpcException(StatusCode.ABORTED, FORGED);
            }
        };
        try (RpcServer server = RpcServer.builder().add(lying).start();
                RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            RpcException thrown =
                    assertThrows(RpcException.class, () -> Echo.stub(client).echo("a"));
            assertEquals(FORGED, thrown.status().message());
            assertEquals("ABORTED: " + ESCAPED, thrown.getMessage());
        }
    }

    private String logged() {
        return log.toString(StandardCharsets.UTF_8);
    }

    private void assertNothingForged() {
        assertTrue(logged().lines().noneMatch(line -> line.startsWith("2026-01-01")), logged());
        assertFalse(logged().contains("\u2028"), logged());
    }
}
