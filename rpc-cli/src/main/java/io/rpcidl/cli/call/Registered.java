package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** What a registry knows at the moment. */
public final class Registered {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private Registered() {}

    /** Returns all servers, by their addresses. Fails as calls do. */
    public static List<Instance> all(String target) {
        try (Registry registry = open(target)) {
            CompletableFuture<List<Instance>> found = new CompletableFuture<>();
            registry.watchAll(new FirstSeen(found)); // which ends with the registry
            return await(found, target).stream()
                    .sorted(Comparator.comparing(each -> each.endpoint().toString()))
                    .toList();
        }
    }

    /** Returns the servers of all services that are named. */
    public static Map<String, List<Instance>> byService(String target) {
        Map<String, List<Instance>> services = new TreeMap<>();
        for (Instance each : all(target)) {
            each.services().stream()
                    .distinct()
                    .forEach(service -> services.computeIfAbsent(service, name -> new ArrayList<>())
                            .add(each));
        }
        return services;
    }

    /** Returns the servers of a service. */
    static List<Instance> of(String target, String service) {
        try (Registry registry = open(target)) {
            CompletableFuture<List<Instance>> found = new CompletableFuture<>();
            registry.watch(service, new FirstSeen(found));
            return await(found, target);
        }
    }

    private static Registry open(String target) {
        try {
            return Registries.open(target);
        } catch (IllegalArgumentException e) {
            throw new Misuse(e.getMessage());
        }
    }

    private static List<Instance> await(CompletableFuture<List<Instance>> found, String target) {
        try {
            return found.orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RpcException failed ? failed : unavailable(target + " does not answer");
        }
    }

    static RpcException unavailable(String message) {
        return new RpcException(Status.notProcessed(StatusCode.UNAVAILABLE, message));
    }

    /** The first that a registry says. */
    private record FirstSeen(CompletableFuture<List<Instance>> found) implements Registry.Listener {

        @Override
        public void instances(List<Instance> instances) {
            found.complete(instances);
        }

        @Override
        public void unreachable(String reason) {
            found.completeExceptionally(unavailable(reason));
        }
    }
}
