package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.InvalidInstanceException;
import io.rpcidl.registry.embedded.contract.Registrar;
import io.rpcidl.registry.embedded.contract.RegistrarAsyncHandler;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import io.rpcidl.registry.embedded.contract.Snapshot;
import io.rpcidl.transport.Endpoint;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The registry's contract over a {@link LeaseTable}: checks what comes from the network, and leaves the rest to it. */
final class RegistrarService implements RegistrarAsyncHandler {

    static final Duration LONGEST_LEASE = Duration.ofMinutes(10);
    static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
    private static final int MAX_SERVICES = 1_000;

    private final LeaseTable table;

    RegistrarService(LeaseTable table) {
        this.table = table;
    }

    @Override
    public CompletionStage<@Nullable Void> register(Registrar.RegisterRequest request) {
        check(request.instance());
        if (request.lease().isNegative() || request.lease().isZero() || isOver(request.lease(), LONGEST_LEASE)) {
            throw invalid("lease not in 0 to " + LONGEST_LEASE);
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
    public CompletionStage<Snapshot> watch(Registrar.WatchRequest request) {
        Duration wait = isOver(request.patience(), LONGEST_WAIT) ? LONGEST_WAIT : request.patience();
        return table.watch(request.service(), wait, request.epoch(), request.revision());
    }

    private static void check(ServerInstance instance) {
        if (instance.id().isEmpty() || instance.id().length() > 200) {
            throw invalid("id not of 1 to 200 characters");
        }
        if (instance.services().size() > MAX_SERVICES) {
            throw invalid("more than " + MAX_SERVICES + " services");
        }
        try {
            new Endpoint(instance.host(), instance.port());
        } catch (IllegalArgumentException e) {
            throw invalid(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isOver(Duration value, Duration longest) {
        return value.compareTo(longest) > 0;
    }

    private static InvalidInstanceException invalid(String reason) {
        return InvalidInstanceException.builder(reason).reason(reason).build();
    }
}
