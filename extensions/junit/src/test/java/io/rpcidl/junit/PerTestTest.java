package io.rpcidl.junit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import golden.tour.Catalog;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In a field that is not static everything is new for each test. */
@Timeout(60)
class PerTestTest {

    private static final Set<RpcClient> CLIENTS = new HashSet<>();

    private final CatalogService service = new CatalogService();

    @RegisterExtension
    final RpcExtension rpc = RpcExtension.serving(service)
            .client(client ->
                    client.filter(FaultFilter.failing(StatusCode.UNAVAILABLE).first(1)));

    @RepeatedTest(2)
    void eachTestHasItsOwn(Catalog catalog) {
        assertThrows(RpcException.class, () -> catalog.get(CatalogService.PENCIL));
        catalog.get(CatalogService.PENCIL);
        assertEquals(1, service.gets.get());
        CLIENTS.add(rpc.client());
    }

    @AfterAll
    static void theyWereTwo() {
        assertEquals(2, CLIENTS.size());
    }
}
