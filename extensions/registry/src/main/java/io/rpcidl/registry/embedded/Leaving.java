package io.rpcidl.registry.embedded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes servers off their registries, all at the same time. */
final class Leaving {

    private static final Logger LOG = LoggerFactory.getLogger(Leaving.class);
    private static final long PATIENCE_MILLIS = 2_000;

    private Leaving() {}

    /** Waits until they are off, though not for long: the lease of whoever is not will end. */
    static void together(List<Heartbeat> beats) {
        CompletableFuture<?>[] leaving = beats.stream().map(Heartbeat::leave).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(leaving).get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            LOG.debug("could not deregister, the lease will end: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
