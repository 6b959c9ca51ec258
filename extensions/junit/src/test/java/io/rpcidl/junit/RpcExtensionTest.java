package io.rpcidl.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.tour.Catalog;
import golden.tour.CatalogAsync;
import golden.tour.ProductId;
import golden.tour.ProductNotFoundException;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a test gets of the extension. */
@Timeout(60)
class RpcExtensionTest {

    private static final CatalogService SERVICE = new CatalogService();

    @RegisterExtension
    static final RpcExtension rpc = RpcExtension.serving(SERVICE);

    private static final Set<RpcClient> SEEN = new HashSet<>();

    private Catalog catalog;

    @BeforeEach
    void stub() {
        catalog = Catalog.stub(rpc.client());
        SEEN.add(rpc.client());
    }

    @AfterAll
    static void oneClientForTheClass() {
        assertEquals(1, SEEN.size());
    }

    @Test
    void callsGoToTheServer() {
        assertEquals("Pencil", catalog.get(CatalogService.PENCIL).name());
        assertThrows(ProductNotFoundException.class, () -> catalog.get(new ProductId("XYZ-9")));
    }

    @Test
    void stubsTheClientAndTheServerAreParameters(Catalog stub, CatalogAsync async, RpcClient client, RpcServer server) {
        assertSame(rpc.client(), client);
        assertSame(rpc.server(), server);
        assertEquals(
                stub.get(CatalogService.PENCIL),
                async.get(CatalogService.PENCIL).join());
    }

    @Nested
    class WithinAClass {

        @Test
        void theServerOfTheOuterClassRuns() {
            assertEquals("Pencil", catalog.get(CatalogService.PENCIL).name());
        }
    }

    @Nested
    class SeveralServers {

        private final CatalogService first = new CatalogService();
        private final CatalogService second = new CatalogService();

        @RegisterExtension
        final RpcExtension both = RpcExtension.serving(first).andServing(second);

        @Test
        void areCalledInTurn() {
            Catalog stub = Catalog.stub(both.client());
            for (int i = 0; i < 10; i++) {
                stub.get(CatalogService.PENCIL);
            }
            assertEquals(5, first.gets.get());
            assertEquals(5, second.gets.get());
            assertNotSame(both.servers().get(0), both.servers().get(1));
        }

        @Test
        void oneMayBeClosed() {
            both.servers().get(0).close();
            Catalog stub = Catalog.stub(both.client());
            for (int i = 0; i < 4; i++) {
                stub.get(CatalogService.PENCIL);
            }
            assertEquals(4, second.gets.get());
        }
    }

    @Nested
    class OverSockets {

        @RegisterExtension
        final RpcExtension sockets =
                RpcExtension.serving(new CatalogService()).overSockets().server(server -> server.maxCalls(7));

        @Test
        void othersReachIt() throws Exception {
            try (Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), sockets.server().port())) {
                socket.getOutputStream().write(new byte[0]);
            }
            CallOptions hurry = CallOptions.DEFAULT.withTimeout(Duration.ofSeconds(5));
            Catalog.stub(sockets.client()).with(hurry).get(CatalogService.PENCIL);
        }
    }
}
