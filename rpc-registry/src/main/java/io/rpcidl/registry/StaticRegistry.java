package io.rpcidl.registry;

import io.rpcidl.transport.Endpoint;
import java.util.Arrays;
import java.util.List;

/**
 * A fixed list of servers: {@code rpc://host:port,host:port}. Every service is taken to be on all of them.
 *
 * <pre>{@code
 * RpcClient client = RpcClient.connect("rpc://10.0.0.7:4000,10.0.0.8:4000");
 * }</pre>
 */
public final class StaticRegistry implements Registry {

    private final List<Instance> instances;

    /** Makes a registry of a list. */
    public StaticRegistry(List<Endpoint> endpoints) {
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a target without a server");
        }
        this.instances = endpoints.stream().map(Instance::at).toList();
    }

    /** There is nothing to announce in a fixed list. */
    @Override
    public Registration register(Instance instance) {
        return NotAnnounced.INSTANCE;
    }

    @Override
    public Watch watch(String service, Listener listener) {
        return watchAll(listener);
    }

    @Override
    public Watch watchAll(Listener listener) {
        listener.instances(instances);
        return () -> {};
    }

    @Override
    public void close() {}

    /** Opens {@code rpc://} targets. */
    public static final class Provider implements RegistryProvider {

        @Override
        public String scheme() {
            return "rpc";
        }

        @Override
        public Registry open(String target) {
            return new StaticRegistry(
                    Arrays.stream(target.split(",")).map(Endpoint::parse).toList());
        }
    }
}
