package io.rpcidl.runtime.registry;

import io.rpcidl.transport.Endpoint;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One running server, as a registry knows it.
 *
 * @param id its own name, unlike that of any other; a restarted server has a new one
 * @param endpoint where it listens
 * @param services the names on the wire of all that it serves
 * @param metadata what else it says; {@code wire} is the version of the wire that it speaks
 */
public record Instance(String id, Endpoint endpoint, List<String> services, Map<String, String> metadata) {

    /** The key under which an instance says which version of the wire it speaks. */
    public static final String WIRE = "wire";

    /** Copies the lists. */
    public Instance {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(endpoint, "endpoint");
        services = List.copyOf(services);
        metadata = Map.copyOf(metadata);
    }

    /** Makes an instance of this runtime, with a random id. */
    public static Instance of(Endpoint endpoint, List<String> services) {
        return new Instance(UUID.randomUUID().toString(), endpoint, services, Map.of(WIRE, "1"));
    }

    /** Makes an instance of which only the address is known. */
    public static Instance at(Endpoint endpoint) {
        return new Instance(endpoint.toString(), endpoint, List.of(), Map.of());
    }

    /** Returns whether it says that it speaks version 1 of the wire. */
    public boolean speaksWire() {
        return "1".equals(metadata.get(WIRE));
    }
}
