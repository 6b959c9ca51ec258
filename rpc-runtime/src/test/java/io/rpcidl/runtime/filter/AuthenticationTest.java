package io.rpcidl.runtime.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.ServerCall;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.contract.Echo;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who may call, over real sockets: credentials of calls, and a server that asks for them. */
@Timeout(60)
class AuthenticationTest {

    private record User(String name) implements Principal {
        @Override
        public String getName() {
            return name;
        }
    }

    /** Says on whose behalf it is called. */
    private static final class WhoAmI extends EchoService {
        @Override
        public String echo(Echo.EchoRequest request) {
            super.echo(request);
            return ServerCall.current().principal().getName();
        }
    }

    private final WhoAmI service = new WhoAmI();
    private final AtomicReference<String> token = new AtomicReference<>("anna");
    private RpcServer server;

    @BeforeEach
    void start() throws IOException {
        server = RpcServer.builder()
                .add(service)
                .authenticate(call -> user(call.metadata().get("authorization")))
                .authorize((caller, call) -> !caller.getName().equals("mallory")
                        || call.method().methodName().equals("maybe"))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static CompletionStage<User> user(String authorization) {
        if (authorization == null) {
            return CompletableFuture.failedFuture(new RpcException(StatusCode.UNAUTHENTICATED, "say who you are"));
        }
        if (authorization.equals("Bearer broken")) {
            throw new IllegalStateException("a secret of the server");
        }
        return CompletableFuture.supplyAsync(() -> new User(authorization.substring(7)));
    }

    @Test
    void tellsTheHandlerOnWhoseBehalfItIsCalled() {
        try (RpcClient client = client(CallCredentials.bearer(token::get))) {
            assertEquals("anna", Echo.stub(client).echo(""));
            token.set("bert");
            assertEquals("bert", Echo.stub(client).echo(""), "the token is asked for with each call");
        }
    }

    @Test
    void startsNoCallOfSomebodyWhoIsNotKnownOrMayNot() throws IOException {
        try (RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
            assertFails(client, StatusCode.UNAUTHENTICATED, "UNAUTHENTICATED: say who you are");
        }
        try (RpcClient client = client(CallCredentials.bearer(() -> "mallory"))) {
            assertFails(client, StatusCode.PERMISSION_DENIED, "not allowed to call testing.v1.Echo.echo");
            Echo.stub(client).maybe(Echo.MaybeRequest.builder().build());
        }
        try (RpcClient client = client(CallCredentials.bearer(() -> "broken"))) {
            RpcException failure = assertFails(client, StatusCode.UNAUTHENTICATED, "not authenticated");
            assertFalse(failure.getMessage().contains("secret"));
        }
        assertEquals(0, service.echoes.get());
    }

    @Test
    void holdsForStrangersAndInHttp() throws IOException {
        try (RawSocket stranger = new RawSocket(server.port());
                RawSocket http = new RawSocket(server.port())) {
            stranger.send(
                    "{\"header\":{\"request_id\":1,\"service_name\":\"testing.v1.Echo\",\"method_name\":\"echo\"},"
                            + "\"body\":{\"params\":[\"x\"]}}");
            assertTrue(stranger.line().contains("\"code\":\"UNAUTHENTICATED\""));
            http.send("POST /testing.v1.Echo/echo HTTP/1.0\r\ncontent-length: 5\r\n\r\n[\"x\"]");
            String answer = http.rest();
            assertTrue(answer.startsWith("HTTP/1.1 401 Unauthorized"), answer);
            assertTrue(answer.contains("www-authenticate: Bearer"), answer);
        }
        assertEquals(0, service.echoes.get());
    }

    @Test
    void sendsNoCallWithoutItsCredentials() {
        try (RpcClient client = client(call -> CompletableFuture.failedFuture(new IOException("no token")))) {
            assertFails(client, StatusCode.UNAUTHENTICATED, "no credentials: java.io.IOException: no token");
        }
        CallOptions soon = CallOptions.DEFAULT.withTimeout(Duration.ofMillis(50));
        try (RpcClient client = client(call -> new CompletableFuture<>())) {
            RpcException late = assertThrows(
                    RpcException.class, () -> Echo.stub(client).with(soon).echo(""));
            assertEquals(StatusCode.DEADLINE_EXCEEDED, late.code());
            assertTrue(late.getMessage().contains("while credentials were fetched"), late.getMessage());
        }
        assertEquals(0, service.echoes.get());
    }

    @Test
    void sendsNoCredentialsInPlainTextUnlessThatIsAllowed() {
        IllegalStateException refused = assertThrows(
                IllegalStateException.class,
                () -> RpcClient.builder("rpc://127.0.0.1:1")
                        .credentials(CallCredentials.bearer(() -> "x"))
                        .build());
        assertTrue(refused.getMessage().contains("allowPlaintextCredentials()"), refused.getMessage());
        assertThrows(
                IllegalStateException.class,
                () -> RpcServer.builder()
                        .add(service)
                        .authorize((caller, call) -> true)
                        .start());
    }

    private RpcClient client(CallCredentials credentials) {
        return RpcClient.builder("rpc://" + server.endpoint())
                .credentials(credentials)
                .allowPlaintextCredentials()
                .build();
    }

    private static RpcException assertFails(RpcClient client, StatusCode code, String message) {
        RpcException failure =
                assertThrows(RpcException.class, () -> Echo.stub(client).echo(""));
        assertEquals(code, failure.code());
        assertEquals(Processed.NO, failure.status().processed());
        assertTrue(failure.getMessage().contains(message), failure.getMessage());
        return failure;
    }
}
