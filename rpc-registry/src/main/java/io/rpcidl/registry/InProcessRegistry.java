package io.rpcidl.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Servers within this JVM, under a name that their tests have agreed on: {@code inproc:shop}. Servers and clients of such a
 * target use no sockets. A server is known at once, and as long as it is registered.
 *
 * <pre>{@code
 * RpcServer server = RpcServer.builder().add(handler).registry("inproc:shop").start();
 * RpcClient client = RpcClient.connect("inproc:shop");
 * }</pre>
 */
public final class InProcessRegistry implements Registry {

    /** The scheme of its targets. */
    public static final String SCHEME = "inproc";

    private static final Map<String, Place> PLACES = new HashMap<>(); // guarded by itself, as is all that is in it

    /** What is known under a name. */
    private static final class Place {

        private final Map<String, Instance> servers = new LinkedHashMap<>();
        private final List<Watching> watching = new ArrayList<>();

        void changed() {
            List.copyOf(watching).forEach(this::tell);
        }

        void tell(Watching watch) {
            watch.listener()
                    .instances(servers.values().stream().filter(watch.wanted()).toList());
        }
    }

    private record Watching(Predicate<Instance> wanted, Listener listener) {}

    private final String name;
    private final List<AutoCloseable> open = new ArrayList<>(); // guarded by PLACES

    /** Opens what is known under a name, which begins with the first who does. */
    public InProcessRegistry(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("expected inproc:NAME");
        }
        this.name = name;
    }

    @Override
    public Registration register(Instance instance) {
        Registration registration = new Registration() {
            @Override
            public void update(Instance newer) {
                synchronized (PLACES) {
                    if (open.contains(this)) {
                        announce(newer);
                    }
                }
            }

            @Override
            public void close() {
                synchronized (PLACES) {
                    if (open.remove(this)) {
                        Place place = place();
                        place.servers.remove(instance.id());
                        place.changed();
                        leave(place);
                    }
                }
            }
        };
        synchronized (PLACES) {
            open.add(registration);
            announce(instance);
        }
        return registration;
    }

    @Override
    public Watch watch(String service, Listener listener) {
        return watch(server -> server.serves(service), listener);
    }

    @Override
    public Watch watchAll(Listener listener) {
        return watch(server -> true, listener);
    }

    private Watch watch(Predicate<Instance> wanted, Listener listener) {
        Watching watching = new Watching(wanted, listener);
        Watch watch = new Watch() {
            @Override
            public void close() {
                synchronized (PLACES) {
                    if (open.remove(this)) {
                        Place place = place();
                        place.watching.remove(watching);
                        leave(place);
                    }
                }
            }
        };
        synchronized (PLACES) {
            open.add(watch);
            Place place = place();
            place.watching.add(watching);
            place.tell(watching);
        }
        return watch;
    }

    @Override
    public void close() {
        synchronized (PLACES) {
            for (AutoCloseable each : List.copyOf(open)) {
                if (each instanceof Registration registration) {
                    registration.close();
                } else if (each instanceof Watch watch) {
                    watch.close();
                }
            }
        }
    }

    private void announce(Instance instance) {
        Place place = place();
        place.servers.put(instance.id(), instance);
        place.changed();
    }

    private Place place() {
        return PLACES.computeIfAbsent(name, unknown -> new Place());
    }

    private void leave(Place place) {
        if (place.servers.isEmpty() && place.watching.isEmpty()) {
            PLACES.remove(name);
        }
    }

    /** Opens {@code inproc:} targets. */
    public static final class Provider implements RegistryProvider {

        @Override
        public String scheme() {
            return SCHEME;
        }

        @Override
        public Registry open(String target) {
            return new InProcessRegistry(target);
        }
    }
}
