package io.rpcidl.runtime.service;

import io.rpcidl.runtime.service.health.ServingStatus;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a server says of itself to who asks whether it serves: all is well unless code says otherwise. A server that does
 * not serve as a whole serves none of its services; one that shuts down serves nothing any more, whatever is said. Nothing
 * but the answer to that question hangs on it: calls are carried out as ever. Safe for any number of threads.
 *
 * <pre>{@code
 * server.health().notServing("shop.v1.Shop"); // until its database is back
 * }</pre>
 */
public final class ServerHealth {

    private static final String WHOLE = "";

    private final Set<String> known;
    private final Set<String> down = ConcurrentHashMap.newKeySet();
    final Set<HealthWatch> watches = ConcurrentHashMap.newKeySet();
    volatile boolean ended;

    ServerHealth(Collection<String> services, boolean serving) {
        this.known = new HashSet<>(services);
        known.addAll(List.of(WHOLE, HealthService.NAME));
        if (!serving) {
            down.add(WHOLE);
        }
    }

    /** The server serves, but for those services of which something else was said. */
    public void serving() {
        say(WHOLE, true);
    }

    /** The server does not serve for now. */
    public void notServing() {
        say(WHOLE, false);
    }

    /** A service, given by its name on the wire, serves as long as the server does. */
    public void serving(String service) {
        say(service, true);
    }

    /** A service, given by its name on the wire, does not serve for now; the others, and the server, may. */
    public void notServing(String service) {
        say(service, false);
    }

    /** Returns whether the server as a whole serves. */
    public boolean isServing() {
        return status(WHOLE).equals(ServingStatus.SERVING);
    }

    private void say(String service, boolean serving) {
        if (!known.contains(service)) {
            throw new IllegalArgumentException("no service '" + service + "' on this server");
        }
        if (serving ? down.remove(service) : down.add(service)) {
            watches.forEach(HealthWatch::look);
        }
    }

    ServingStatus status(String service) {
        if (!known.contains(service)) {
            return ServingStatus.SERVICE_UNKNOWN;
        }
        boolean serves = !ended && !down.contains(WHOLE) && !down.contains(service);
        return serves ? ServingStatus.SERVING : ServingStatus.NOT_SERVING;
    }

    /** Tells all who watch, and ends what they watch. */
    void end() {
        ended = true;
        watches.forEach(HealthWatch::look);
    }
}
