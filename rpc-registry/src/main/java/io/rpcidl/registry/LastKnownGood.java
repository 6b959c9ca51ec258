package io.rpcidl.registry;

import io.rpcidl.transport.thread.Workers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client remembers of servers when its registry tells it nothing, or nothing credible. A list that is suddenly empty is
 * not believed at once, for registries err more often than all servers of a service leave together; and with a file a client
 * that starts while the registry is gone begins with what another one knew. Safe for any number of threads.
 *
 * <pre>{@code
 * try (LastKnownGood known = new LastKnownGood(registry, Path.of("/var/lib/shop/servers.json"))) {
 *     known.watch("shop.v1.Shop", listener);
 * }
 * }</pre>
 */
public final class LastKnownGood implements AutoCloseable {

    /** How long an empty list has to stand before it is believed, where somebody was listed before. */
    public static final Duration DOUBT = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(LastKnownGood.class);

    private final Registry registry;
    private final Duration doubt;
    private final @Nullable ServersFile file;
    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(Workers.daemons("rpcidl-known"));

    /**
     * Remembers what a registry says.
     *
     * @param registry stays the caller's to close
     * @param file where it is remembered beyond the end of this process, as JSON; null for nowhere. A file that is not there, or
     *     is broken, is an empty one
     */
    public LastKnownGood(Registry registry, @Nullable Path file) {
        this(registry, file, DOUBT);
    }

    LastKnownGood(Registry registry, @Nullable Path file, Duration doubt) {
        this.registry = registry;
        this.doubt = doubt;
        this.file = file == null ? null : new ServersFile(file);
    }

    /** Follows the servers of a service, as {@link Registry#watch} does. */
    public Registry.Watch watch(String service, Registry.Listener listener) {
        return registry.watch(service, new Known(service, listener));
    }

    /** Writes what is not written yet. The watches, and the registry, stay their owners' to close. */
    @Override
    public void close() {
        timer.shutdownNow();
        if (file != null) {
            file.save();
        }
    }

    private void saveSoon(ServersFile changed) {
        try {
            timer.schedule(changed::save, 1, TimeUnit.SECONDS);
        } catch (RejectedExecutionException e) {
            changed.save(); // closed, and so is this list the last one
        }
    }

    /** What is known of one service. */
    private final class Known implements Registry.Listener {

        private final String service;
        private final Registry.Listener listener;

        // guarded by this, and so is who is told
        private @Nullable List<Instance> told;
        private @Nullable Future<?> doubting;

        Known(String service, Registry.Listener listener) {
            this.service = service;
            this.listener = listener;
        }

        @Override
        public synchronized void instances(List<Instance> instances) {
            if (instances.isEmpty() && told != null && !told.isEmpty()) {
                if (doubting == null) {
                    doubt();
                }
                return;
            }
            if (doubting != null) {
                doubting.cancel(false);
                doubting = null;
            }
            if (file != null && file.put(service, instances)) {
                saveSoon(file); // before anybody is told, who may close this
            }
            tell(instances);
        }

        private void doubt() {
            LOG.warn("no server of {} is listed any more: not believed for {} s", service, doubt.toSeconds());
            try {
                doubting = timer.schedule(this::believe, doubt.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("closed while it was told of {}", service); // the watch is its owner's, and may go on
            }
        }

        private synchronized void believe() {
            if (doubting != null) {
                doubting = null;
                tell(List.of());
            }
        }

        @Override
        public synchronized void unreachable(String reason) {
            if (told != null || file == null) {
                listener.unreachable(reason);
                return;
            }
            List<Instance> remembered = file.get(service);
            if (remembered.isEmpty()) {
                listener.unreachable(reason + "; " + file + " knows no server of " + service + " either");
            } else {
                LOG.warn("{}: {} servers of {} are taken from {}", reason, remembered.size(), service, file);
                tell(remembered);
            }
        }

        private void tell(List<Instance> instances) {
            told = instances;
            listener.instances(instances);
        }
    }
}
