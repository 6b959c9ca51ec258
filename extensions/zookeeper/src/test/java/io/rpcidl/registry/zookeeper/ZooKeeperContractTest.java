package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.tck.Backend;
import io.rpcidl.registry.tck.RegistryContract;

/** The contract of registries over one ZooKeeper. */
class ZooKeeperContractTest extends RegistryContract {

    @Override
    protected Backend backend() throws Exception {
        return OneZooKeeper.begin();
    }
}
