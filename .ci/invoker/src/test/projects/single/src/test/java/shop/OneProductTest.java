package shop;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.server.RpcServer;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import shop.v1.Shop;

class OneProductTest {

    @Test
    void sellsPencils() throws IOException {
        try (RpcServer server = RpcServer.builder().add(new OneProduct()).start();
                RpcClient client = RpcClient.connect("rpc://127.0.0.1:" + server.port())) {
            assertEquals("Pencil", Shop.stub(client).get("A-1").name());
        }
    }
}
