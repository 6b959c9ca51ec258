package io.rpcidl.registry.embedded;

import io.rpcidl.registry.Registry;
import io.rpcidl.registry.tck.Backend;
import io.rpcidl.registry.tck.RegistryContract;
import io.rpcidl.registry.tck.Relay;
import io.rpcidl.transport.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** The contract of registries over one of our own, which forgets everything when it is restarted. */
class EmbeddedContractTest extends RegistryContract {

    private static final Duration LEASE = Duration.ofSeconds(1);

    @Override
    protected Backend backend() throws IOException {
        return new Process();
    }

    /** Takes no entries but its own, so that none can be bad. */
    private static final class Process extends Backend {

        private final Map<Registry, Relay> relays = new HashMap<>();
        private RegistryServer server = RegistryServer.start("127.0.0.1", 0);
        private final int port = server.port();

        Process() throws IOException {}

        @Override
        public Registry open() throws IOException {
            Relay relay = new Relay(port);
            Registry registry = new EmbeddedRegistry(new Endpoint("127.0.0.1", relay.port()), LEASE);
            relays.put(registry, relay);
            return registry;
        }

        @Override
        public Duration lease() {
            return LEASE;
        }

        @Override
        public void kill(Registry registry) throws IOException {
            relays.get(registry).cut();
        }

        @Override
        public void stop() {
            server.close();
        }

        @Override
        public void start() throws IOException {
            server = RegistryServer.start("127.0.0.1", port);
        }

        @Override
        public void forget() throws IOException {
            stop();
            start();
        }

        @Override
        public void close() throws IOException {
            server.close();
            for (Map.Entry<Registry, Relay> each : relays.entrySet()) {
                each.getValue().close();
                each.getKey().close(); // also those that were killed
            }
        }
    }
}
