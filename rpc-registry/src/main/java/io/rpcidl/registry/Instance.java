package io.rpcidl.registry;

import io.rpcidl.transport.Endpoint;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * One running server, as a registry knows it.
 *
 * <pre>{@code
 * Instance here = Instance.of(new Endpoint("10.0.0.7", 4000), List.of("shop.v1.Shop")).withWeight(50);
 * }</pre>
 *
 * @param id its own name, unlike that of any other, 1 to 200 visible characters; a restarted server has a new one
 * @param endpoint where it listens
 * @param services the names on the wire of all that it serves, 1,000 at most
 * @param metadata what else it says, 100 entries at most; {@code wire} is the version of the wire that it speaks, {@code weight}
 *     its share of calls
 */
public record Instance(String id, Endpoint endpoint, List<String> services, Map<String, String> metadata) {

    /** The key under which an instance says which version of the wire it speaks. */
    public static final String WIRE = "wire";

    /** The key under which an instance says its weight. */
    public static final String WEIGHT = "weight";

    /** The weight of who says nothing of it. */
    public static final int DEFAULT_WEIGHT = 100;

    private static final int MAX_WEIGHT = 10_000;
    private static final int MAX_SERVICES = 1_000;
    private static final int MAX_METADATA = 100;

    /** Copies the lists, and checks the ranges: instances come from registries, and those from anywhere. */
    public Instance {
        Objects.requireNonNull(endpoint, "endpoint");
        if (id.isEmpty() || id.length() > 200 || !id.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new IllegalArgumentException("id not of 1 to 200 visible ASCII characters");
        }
        if (services.size() > MAX_SERVICES || metadata.size() > MAX_METADATA) {
            throw new IllegalArgumentException(
                    "more than " + MAX_SERVICES + " services or " + MAX_METADATA + " entries of metadata");
        }
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

    /**
     * Reads an instance from its JSON, whoever has written it.
     *
     * @throws IllegalArgumentException if it is none, saying why in one line
     */
    public static Instance fromJson(byte[] json) {
        return InstanceJson.read(json);
    }

    /** Returns this as JSON in UTF-8: one object, {@code {"id":…,"host":…,"port":…,"services":[…],"metadata":{…}}}. */
    public byte[] toJson() {
        return InstanceJson.write(this);
    }

    /** Returns whether it says that it speaks version 1 of the wire. */
    public boolean speaksWire() {
        return "1".equals(metadata.get(WIRE));
    }

    /** Returns whether it says that it serves a service. */
    public boolean serves(String service) {
        return services.contains(service);
    }

    /**
     * Returns its share of calls beside others of the same service, 0 to 10,000: one of 200 gets twice as many as one of 100,
     * one of 0 none as long as there are others. What is no such number counts as 100.
     */
    public int weight() {
        String text = metadata.get(WEIGHT);
        return text != null && text.matches("[0-9]{1,5}") && Integer.parseInt(text) <= MAX_WEIGHT
                ? Integer.parseInt(text)
                : DEFAULT_WEIGHT;
    }

    /** Returns this with a weight, 0 to 10,000. */
    public Instance withWeight(int weight) {
        if (weight < 0 || weight > MAX_WEIGHT) {
            throw new IllegalArgumentException("weight not in 0 to " + MAX_WEIGHT + ": " + weight);
        }
        return withMetadata(WEIGHT, Integer.toString(weight));
    }

    /** Returns this with one entry of metadata more, or another value of one that is there. */
    public Instance withMetadata(String key, String value) {
        Map<String, String> more = new HashMap<>(metadata);
        more.put(key, value);
        return new Instance(id, endpoint, services, more);
    }
}
