package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.RegistrarAsync;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.client.RpcClient;
import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.transport.Endpoint;
import java.time.Duration;
import java.util.function.Consumer;

/** One registry, by its address. */
final class RemoteRegistrar implements AutoCloseable {

    private final String target;
    private final RpcClient client;

    RemoteRegistrar(Endpoint endpoint, Consumer<RpcClientBuilder> settings) {
        RpcClientBuilder builder = RpcClient.builder("rpc://" + endpoint);
        settings.accept(builder);
        this.client = builder.build();
        this.target = EmbeddedRegistryProvider.SCHEME + "://" + endpoint;
    }

    /** Returns its target, for messages. */
    String target() {
        return target;
    }

    /** Returns it with a time for each answer. */
    RegistrarAsync within(Duration patience) {
        return RegistrarAsync.stub(client).with(CallOptions.DEFAULT.withTimeout(patience));
    }

    @Override
    public void close() {
        client.close();
    }
}
