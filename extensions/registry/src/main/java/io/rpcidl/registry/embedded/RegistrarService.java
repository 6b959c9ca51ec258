package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.Changes;
import io.rpcidl.registry.embedded.contract.InvalidInstanceException;
import io.rpcidl.registry.embedded.contract.Registrar;
import io.rpcidl.registry.embedded.contract.RegistrarAsyncHandler;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.runtime.ServerCall;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The registry's contract over a {@link LeaseTable}: checks what comes from the network, and leaves the rest to it. */
final class RegistrarService implements RegistrarAsyncHandler {

    static final Duration LONGEST_LEASE = Duration.ofMinutes(10);
    private static final int LONGEST_NAME = 1_000;
    private static final int LARGEST = 384 * 1024;

    private final LeaseTable table;
    private final Duration longestLease;

    RegistrarService(LeaseTable table, Duration longestLease) {
        this.table = table;
        this.longestLease = longestLease;
    }

    @Override
    public CompletionStage<@Nullable Void> register(Registrar.RegisterRequest request) {
        check(request.instance());
        if (request.lease().isNegative()
                || request.lease().isZero()
                || request.lease().compareTo(longestLease) > 0) {
            throw invalid("lease not in 0 to " + longestLease.toSeconds() + " s");
        }
        table.register(request.instance(), request.lease());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<@Nullable Void> deregister(Registrar.DeregisterRequest request) {
        table.deregister(request.id());
        return CompletableFuture.completedFuture(null);
    }

    @Override
    public CompletionStage<Changes> watch(Registrar.WatchRequest request) {
        ServerCall call = ServerCall.current();
        return table.watch(request, call::onCancel);
    }

    private static void check(ServerInstance instance) {
        try {
            Conversions.fromContract(instance);
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
        if (instance.services().stream().anyMatch(name -> name.isEmpty() || name.length() > LONGEST_NAME)) {
            throw invalid("a service's name not of 1 to " + LONGEST_NAME + " characters");
        }
        if (Sizes.written(instance) > LARGEST) {
            throw invalid("services and metadata of more than " + LARGEST + " bytes");
        }
    }

    private static InvalidInstanceException invalid(String reason) {
        return InvalidInstanceException.builder(reason).reason(reason).build();
    }
}
