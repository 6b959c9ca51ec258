package io.rpcidl.registry.tck;

import io.rpcidl.registry.InProcessRegistry;
import io.rpcidl.registry.Registry;
import java.util.UUID;

/** The registry within a JVM, which has nothing behind it that could fail. */
class InProcessRegistryTest extends RegistryContract {

    @Override
    protected Backend backend() {
        String name = UUID.randomUUID().toString();
        return new Backend() {
            @Override
            public Registry open() {
                return new InProcessRegistry(name);
            }

            @Override
            public void close() {}
        };
    }
}
