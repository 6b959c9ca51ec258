package io.rpcidl.registry.embedded;

import io.rpcidl.runtime.client.RpcClientBuilder;
import io.rpcidl.transport.Endpoint;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * How an embedded registry is reached. Not for several threads at once.
 *
 * <pre>{@code
 * Registry registry = EmbeddedRegistry.builder(new Endpoint("registry.example", 4500))
 *         .client(client -> client.tls(Tls.trust(authority)).credentials(CallCredentials.bearer(token)))
 *         .build();
 * }</pre>
 */
public final class EmbeddedRegistryBuilder {

    private final List<Endpoint> endpoints;
    private Duration lease = EmbeddedRegistry.DEFAULT_LEASE;
    private Consumer<RpcClientBuilder> settings = client -> {};

    EmbeddedRegistryBuilder(List<Endpoint> endpoints) {
        if (endpoints.isEmpty()) {
            throw new IllegalArgumentException("a registry without an address");
        }
        this.endpoints = endpoints;
    }

    /**
     * Sets how long servers that are registered here stay listed when they are heard of no more, more than zero and at most 10
     * minutes; and for how long a registry that was restarted, or is away, is not believed. Default 10 s.
     */
    public EmbeddedRegistryBuilder lease(Duration newLease) {
        this.lease = Objects.requireNonNull(newLease, "lease");
        return this;
    }

    /** Sets up the client that talks to the registry, or to each of several: TLS, credentials, listeners. */
    public EmbeddedRegistryBuilder client(Consumer<RpcClientBuilder> newSettings) {
        this.settings = settings.andThen(newSettings);
        return this;
    }

    /**
     * Opens the registry; does not wait until it can be reached.
     *
     * @throws IllegalArgumentException if the lease is not in its range, or a file of TLS is wrong
     */
    public EmbeddedRegistry build() {
        return new EmbeddedRegistry(endpoints, lease, settings);
    }
}
