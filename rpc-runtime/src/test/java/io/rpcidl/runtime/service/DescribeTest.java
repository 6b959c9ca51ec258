package io.rpcidl.runtime.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.packages.ours.OrdersHandlerBase;
import golden.streams.TableHandlerBase;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.filter.CallCredentials;
import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.server.RpcServerBuilder;
import io.rpcidl.runtime.service.describe.ContractFile;
import io.rpcidl.runtime.service.describe.ContractNotFoundException;
import io.rpcidl.runtime.service.describe.Describe;
import io.rpcidl.runtime.service.describe.MethodDescription;
import io.rpcidl.runtime.service.describe.ServiceDescription;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.RawSocket;
import io.rpcidl.runtime.testing.StreamService;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a server says that it serves, over real sockets, and the contracts that it shows. */
@Timeout(60)
class DescribeTest {

    private static final Path GOLDEN = Path.of("../rpc-codegen/src/test/golden");

    private RpcServer server;
    private RpcClient client;
    private Describe describe;

    private void start(RpcServerBuilder options) throws IOException {
        server = options.start();
        client = RpcClient.connect("rpc://" + server.endpoint());
        describe = Describe.stub(client);
    }

    @AfterEach
    void stop() {
        if (server != null) {
            client.close();
            server.close();
        }
    }

    @Test
    void listsServicesWithTheirMethods() throws IOException {
        start(RpcServer.builder().add(new TableHandlerBase() {}).add(new OrdersHandlerBase() {}));
        assertEquals(
                """
                golden.streams.Table [golden.streams]
                  watch SERVER_STREAM
                  tail SERVER_STREAM
                  upload CLIENT_STREAM
                  replace CLIENT_STREAM
                  load CLIENT_STREAM
                  chat BIDI_STREAM
                  mirror BIDI_STREAM
                golden.packages.orders.Orders [golden.packages.orders, golden.packages.money]
                  pay UNARY
                rpc.health.v1.Health [rpc.health.v1]
                  check UNARY
                  watch SERVER_STREAM
                rpc.describe.v1.Describe [rpc.describe.v1]
                  services UNARY
                  contract UNARY
                """,
                describe.services().services().stream().map(DescribeTest::text).collect(Collectors.joining()));
    }

    private static String text(ServiceDescription service) {
        return service.name() + " " + service.packages() + "\n"
                + service.methods().stream()
                        .map((MethodDescription each) -> "  " + each.name() + " " + each.kind() + "\n")
                        .collect(Collectors.joining());
    }

    @Test
    void showsTheContractAndAllThatItImportsAsTheyAre() throws IOException {
        start(RpcServer.builder().add(new OrdersHandlerBase() {}));
        for (String name : List.of("orders", "money")) {
            String path = "packages/" + name + ".rpcidl";
            ContractFile file = ContractFile.builder()
                    .path(path)
                    .text(Files.readString(GOLDEN.resolve(path)))
                    .build();
            assertEquals(
                    List.of(file), describe.contract("golden.packages." + name).files());
        }
        List<ContractFile> own = describe.contract("rpc.health.v1").files();
        assertEquals("rpc/health/v1/health.rpcidl", own.get(0).path());
        assertEquals(
                Files.readString(Path.of("src/main/rpcidl", own.get(0).path())),
                own.get(0).text());
    }

    @Test
    void showsNothingElse() throws IOException {
        start(RpcServer.builder().add(new StreamService(true)).add(new EchoService()));
        for (String name : List.of("golden.packages.money", "none", "", "../x", "rpc.registry.v1")) {
            ContractNotFoundException failure =
                    assertThrows(ContractNotFoundException.class, () -> describe.contract(name));
            assertEquals(name, failure.packageName());
        }
        ServiceDescription streams = find("testing.v1.Streams");
        assertEquals(List.of(), streams.packages(), "it was written without a contract");
        assertEquals(List.of("testing.v1"), find("testing.v1.Echo").packages());
        assertThrows(
                ContractNotFoundException.class,
                () -> describe.contract("testing.v1"),
                "contracts of tests go into no jar");
    }

    private ServiceDescription find(String name) {
        return describe.services().services().stream()
                .filter(each -> each.name().equals(name))
                .findAny()
                .orElseThrow();
    }

    @Test
    void canBeSwitchedOff() throws IOException {
        start(RpcServer.builder().add(new EchoService()).withoutDescribe());
        RpcException failure = assertThrows(RpcException.class, () -> describe.services());
        assertEquals(StatusCode.UNIMPLEMENTED, failure.code());
        failure = assertThrows(RpcException.class, () -> describe.contract("testing.v1"));
        assertEquals(StatusCode.UNIMPLEMENTED, failure.code());
    }

    @Test
    void showsNothingToWhomTheServerDoesNotKnowOrAllow() throws IOException {
        start(RpcServer.builder()
                .add(new OrdersHandlerBase() {})
                .authenticate(call -> {
                    String token = call.metadata().get("authorization");
                    return token == null
                            ? CompletableFuture.failedFuture(new RpcException(StatusCode.UNAUTHENTICATED, "who?"))
                            : CompletableFuture.completedFuture(() -> token);
                })
                .authorize((caller, call) -> caller.getName().equals("Bearer anna")));
        assertEquals(StatusCode.UNAUTHENTICATED, codeFor(client));
        try (RawSocket http = new RawSocket(server.port())) {
            http.send("POST /rpc.describe.v1.Describe/services HTTP/1.0\r\ncontent-length: 2\r\n\r\n[]");
            assertTrue(http.rest().startsWith("HTTP/1.1 401 "));
        }
        try (RpcClient mallory = known("mallory");
                RpcClient anna = known("anna")) {
            assertEquals(StatusCode.PERMISSION_DENIED, codeFor(mallory));
            assertEquals(3, Describe.stub(anna).services().services().size());
        }
    }

    private RpcClient known(String token) {
        return RpcClient.builder("rpc://" + server.endpoint())
                .credentials(CallCredentials.bearer(() -> token))
                .allowPlaintextCredentials()
                .build();
    }

    private static StatusCode codeFor(RpcClient caller) {
        return assertThrows(RpcException.class, () -> Describe.stub(caller).contract("golden.packages.orders"))
                .code();
    }

    @Test
    void showsNoHalfOfAPackage() throws IOException {
        ServiceDefinition half = new ServiceDefinition("half.Service")
                .contract(EchoService.class, "golden.packages.money", "packages/money.rpcidl", "missing.rpcidl");
        start(RpcServer.builder().add(() -> half));
        assertThrows(ContractNotFoundException.class, () -> describe.contract("golden.packages.money"));
        stop();
        start(RpcServer.builder().add(() -> half).add(new OrdersHandlerBase() {}));
        assertEquals(1, describe.contract("golden.packages.money").files().size(), "somebody else has it whole");
    }
}
