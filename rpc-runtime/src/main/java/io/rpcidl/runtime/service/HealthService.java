package io.rpcidl.runtime.service;

import io.rpcidl.runtime.service.health.Health;
import io.rpcidl.runtime.service.health.HealthAsyncHandler;
import io.rpcidl.runtime.service.health.ServingStatus;
import io.rpcidl.runtime.service.health.UnknownServiceException;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** The contract {@code rpc.health.v1} over a {@link ServerHealth}. */
public final class HealthService implements HealthAsyncHandler {

    /** The service's name on the wire. */
    public static final String NAME = "rpc.health.v1.Health";

    private final ServerHealth health;
    private final Duration repeat;

    /** Makes the service of a server with some services, whose streams may be without a message for {@code silence}. */
    public HealthService(Collection<String> services, boolean serving, Duration silence) {
        this.health = new ServerHealth(services, serving);
        this.repeat = silence.dividedBy(2).plusMillis(1);
    }

    /** Returns what code tells of the server. */
    public ServerHealth health() {
        return health;
    }

    /** The server shuts down: whoever watches is told, before this returns if they read, and is let go. */
    public void end() {
        health.end();
    }

    @Override
    public CompletionStage<ServingStatus> check(Health.CheckRequest request) {
        String service = Objects.requireNonNullElse(request.service(), "");
        ServingStatus status = health.status(service);
        if (status.equals(ServingStatus.SERVICE_UNKNOWN)) {
            throw UnknownServiceException.builder("no service '" + service + "' here")
                    .service(service)
                    .build();
        }
        return CompletableFuture.completedFuture(status);
    }

    @Override
    public Flow.Publisher<ServingStatus> watch(Health.WatchRequest request) {
        return new HealthWatch(health, Objects.requireNonNullElse(request.service(), ""), repeat);
    }
}
