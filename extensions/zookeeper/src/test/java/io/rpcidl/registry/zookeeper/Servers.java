package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Instance;
import io.rpcidl.transport.Endpoint;
import java.util.List;
import java.util.Map;

/** Servers for tests. */
final class Servers {

    static final String SHOP = "shop.v1.Shop";

    private Servers() {}

    static Instance server(String id) {
        int port = 4_000 + Math.floorMod(id.hashCode(), 10_000);
        return new Instance(id, new Endpoint("127.0.0.1", port), List.of(SHOP), Map.of(Instance.WIRE, "1"));
    }
}
