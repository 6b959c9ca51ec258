package io.rpcidl.runtime.client;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The servers of one service as the registry last named them. Until it has named some, calls wait; once it is known that
 * it cannot be reached, they fail at once. Safe for any number of threads.
 */
final class Servers implements Registry.Listener {

    /** What is known: the servers, or, where {@code instances} is null, why nothing is. */
    record Known(@Nullable List<Instance> instances, String reason) {}

    private final Runnable onChange;
    private volatile CompletableFuture<Known> known = new CompletableFuture<>();

    Servers(Runnable onChange) {
        this.onChange = onChange;
    }

    /** Returns what is known, as soon as something is. */
    CompletableFuture<Known> known() {
        return known;
    }

    @Override
    public void instances(List<Instance> instances) {
        set(new Known(List.copyOf(instances), ""));
        onChange.run();
    }

    @Override
    public void unreachable(String reason) {
        Known last = known.getNow(null);
        if (last == null || last.instances() == null) {
            set(new Known(null, reason));
        }
    }

    private void set(Known now) {
        CompletableFuture<Known> before = known;
        if (before.isDone()) {
            known = CompletableFuture.completedFuture(now);
        } else {
            before.complete(now);
        }
    }
}
