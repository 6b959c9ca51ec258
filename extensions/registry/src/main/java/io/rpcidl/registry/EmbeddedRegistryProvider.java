package io.rpcidl.registry;

import io.rpcidl.runtime.Endpoint;
import io.rpcidl.runtime.registry.Registry;
import io.rpcidl.runtime.registry.RegistryProvider;

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
