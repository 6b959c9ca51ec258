package io.rpcidl.registry.embedded;

import io.rpcidl.registry.embedded.contract.Changes;
import io.rpcidl.registry.embedded.contract.Registrar;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table on a clock that the test moves. */
final class Table {

    static final Duration LEASE = Duration.ofSeconds(10);
    static final Duration WAIT = Duration.ofSeconds(3);

    final AtomicLong clock;
    final LeaseTable leases;

    Table(int history, long mostBytes) {
        clock = new AtomicLong(Long.MAX_VALUE - 5_000_000_000L); // about to overflow, as it may
        leases = new LeaseTable(clock::get, history, mostBytes);
    }

    void advance(Duration time) {
        clock.addAndGet(time.toNanos());
        leases.advance();
    }

    void register(ServerInstance server) {
        leases.register(server, LEASE);
    }

    /** Asks as who knows nothing. */
    Changes all(@Nullable String service) {
        Registrar.WatchRequest request = new Registrar.WatchRequest(service, Duration.ZERO, null, null, null);
        return leases.watch(request, task -> {}).join();
    }

    /** Asks as who knows what an answer said, and does not wait. */
    Changes since(@Nullable String service, Changes known) {
        return leases.watch(request(service, Duration.ZERO, known), task -> {}).join();
    }

    /** Asks as who knows what an answer said, and waits. */
    CompletableFuture<Changes> watch(@Nullable String service, Changes known) {
        return watch(service, known, task -> {});
    }

    /** The same, with what takes the task that ends the wait. */
    CompletableFuture<Changes> watch(@Nullable String service, Changes known, Consumer<Runnable> onCancel) {
        return leases.watch(request(service, WAIT, known), onCancel);
    }

    private static Registrar.WatchRequest request(@Nullable String service, Duration patience, Changes known) {
        return new Registrar.WatchRequest(service, patience, known.epoch(), known.revision(), known.base());
    }

    static List<String> ids(Changes changes) {
        return changes.servers().stream().map(ServerInstance::id).toList();
    }

    static ServerInstance server(String id, String... services) {
        return ServerInstance.builder()
                .id(id)
                .host("127.0.0.1")
                .port(1)
                .services(List.of(services))
                .build();
    }

    static ServerInstance saying(ServerInstance server, String key, String value) {
        return server.toBuilder().metadata(Map.of(key, value)).build();
    }
}
