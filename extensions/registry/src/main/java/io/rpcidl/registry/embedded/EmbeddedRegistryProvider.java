package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Registry;
import io.rpcidl.registry.RegistryProvider;
import io.rpcidl.transport.Endpoint;
import java.util.Arrays;
import java.util.List;

/** Opens {@code registry://host:port} targets, and {@code registry://host:port,host:port} for registries that stand in for each other. */
public final class EmbeddedRegistryProvider implements RegistryProvider {

    static final String SCHEME = "registry";

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Registry open(String target) {
        List<Endpoint> endpoints = Arrays.stream(target.split(",", -1))
                .map(Endpoint::parse)
                .distinct()
                .toList();
        return new EmbeddedRegistry(endpoints, EmbeddedRegistry.DEFAULT_LEASE, settings -> {});
    }
}
