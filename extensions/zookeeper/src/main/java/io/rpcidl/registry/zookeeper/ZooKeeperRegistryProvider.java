package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.Registry;
import io.rpcidl.registry.RegistryProvider;

/** Opens {@code zk://host:port,host:port/path} targets. */
public final class ZooKeeperRegistryProvider implements RegistryProvider {

    @Override
    public String scheme() {
        return Target.SCHEME;
    }

    @Override
    public Registry open(String target) {
        return ZooKeeperRegistry.builder(target).build();
    }
}
