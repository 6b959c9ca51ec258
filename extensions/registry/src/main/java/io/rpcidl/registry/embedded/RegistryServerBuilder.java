package io.rpcidl.registry.embedded;

import io.rpcidl.runtime.server.RpcServerBuilder;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * What a registry is to be. Not for several threads at once.
 *
 * <pre>{@code
 * RegistryServer registry = RegistryServer.builder()
 *         .server(server -> server.host("0.0.0.0").port(4500).tls(identity).authenticate(accounts))
 *         .start();
 * }</pre>
 */
public final class RegistryServerBuilder {

    private Duration longestLease = RegistrarService.LONGEST_LEASE;
    private Consumer<RpcServerBuilder> settings = server -> {};

    RegistryServerBuilder() {}

    /** Refuses leases that are longer, at most 10 minutes, which is the default. */
    public RegistryServerBuilder longestLease(Duration lease) {
        if (lease.isNegative() || lease.isZero() || lease.compareTo(RegistrarService.LONGEST_LEASE) > 0) {
            throw new IllegalArgumentException("lease not in 0 to 10 minutes: " + lease);
        }
        this.longestLease = lease;
        return this;
    }

    /** Sets up the server that it is: address, port, TLS, who may call, limits. By default any free port of 127.0.0.1. */
    public RegistryServerBuilder server(Consumer<RpcServerBuilder> newSettings) {
        this.settings = settings.andThen(newSettings);
        return this;
    }

    /**
     * Starts it.
     *
     * @throws IOException if the port cannot be bound, with the reason in one line
     */
    public RegistryServer start() throws IOException {
        return RegistryServer.start(longestLease, settings);
    }
}
