package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Registry;
import io.rpcidl.registry.RegistryProvider;
import io.rpcidl.transport.Endpoint;

/** Opens {@code registry://host:port} targets. */
public final class EmbeddedRegistryProvider implements RegistryProvider {

    static final String SCHEME = "registry";

    @Override
    public String scheme() {
        return SCHEME;
    }

    @Override
    public Registry open(String target) {
        return new EmbeddedRegistry(Endpoint.parse(target));
    }
}
