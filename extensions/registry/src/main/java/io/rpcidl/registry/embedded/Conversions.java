package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.registry.embedded.contract.Snapshot;
import io.rpcidl.transport.Endpoint;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Instances as the runtime and as the registry's contract know them. */
final class Conversions {

    private static final Logger LOG = LoggerFactory.getLogger(Conversions.class);

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

    /** Converts a list from the network: what cannot be an address is left out, and said. */
    static List<Instance> fromContract(Snapshot snapshot, String target) {
        List<Instance> instances = new ArrayList<>();
        for (ServerInstance each : snapshot.instances()) {
            try {
                Endpoint endpoint = new Endpoint(each.host(), each.port());
                instances.add(new Instance(each.id(), endpoint, each.services(), each.metadata()));
            } catch (IllegalArgumentException e) {
                LOG.warn("{}: entry left out: {}", target, e.getMessage());
            }
        }
        return instances;
    }
}
