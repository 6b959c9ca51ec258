package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.transport.Endpoint;

/** Instances as programs and as the registry's contract know them. */
final class Conversions {

    private Conversions() {}

    static ServerInstance toContract(Instance instance) {
        return ServerInstance.builder()
                .id(instance.id())
                .host(instance.endpoint().host())
                .port(instance.endpoint().port())
                .services(instance.services())
                .metadata(instance.metadata())
                .build();
    }

    /**
     * Converts what came from the network.
     *
     * @throws IllegalArgumentException if it can be no server, saying why
     */
    static Instance fromContract(ServerInstance server) {
        Endpoint endpoint = new Endpoint(server.host(), server.port());
        return new Instance(server.id(), endpoint, server.services(), server.metadata());
    }
}
