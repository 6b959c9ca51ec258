package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import io.rpcidl.runtime.testing.contract.Echo;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Timeout;

/** A oneway call that has returned is on its way, whatever its caller does next. */
@Timeout(60)
class OnewayCloseTest {

    private final EchoService service = new EchoService();

    @RepeatedTest(20)
    void arrivesThoughTheClientIsClosedAtOnce() throws Exception {
        try (RpcServer server = RpcServer.builder().add(service).start()) {
            try (RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
                Echo.stub(client).note("first");
            }
            assertEquals("first", service.notes.poll(2, TimeUnit.SECONDS));
            try (RpcClient client = RpcClient.connect("rpc://" + server.endpoint())) {
                Echo.stub(client).echo("the wire is accepted now");
                Echo.stub(client).note("second");
            }
            assertEquals("second", service.notes.poll(2, TimeUnit.SECONDS));
        }
    }
}
