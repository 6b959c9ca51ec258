package io.rpcidl.runtime.client;

import io.rpcidl.registry.Instance;
import io.rpcidl.runtime.service.live.ServerChannel;
import io.rpcidl.transport.Endpoint;
import io.rpcidl.transport.Transport;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The channels of a client, one for each server, whatever services it is asked for. Safe for any number of threads. */
final class EndpointChannels {

    private final Transport transport;
    private final ClientSettings settings;
    private final Map<Endpoint, EndpointChannel> channels = new ConcurrentHashMap<>();
    private final Set<EndpointChannel> leaving = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    EndpointChannels(Transport transport, ClientSettings settings) {
        this.transport = transport;
        this.settings = settings;
    }

    EndpointChannel get(Instance instance) {
        EndpointChannel channel = channels.get(instance.endpoint());
        if (channel == null) {
            channel = channels.computeIfAbsent(
                    instance.endpoint(),
                    endpoint -> new EndpointChannel(endpoint, instance.speaksWire(), transport, settings));
            if (closed) {
                channel.close();
            }
        }
        return channel;
    }

    /** Returns all as others may see them, by address. */
    List<ServerChannel> state() {
        return channels.values().stream()
                .map(EndpointChannel::state)
                .sorted(Comparator.comparing(ServerChannel::server))
                .toList();
    }

    /** Leaves the servers that are not named any more. */
    void retain(Collection<Endpoint> named) {
        channels.forEach((endpoint, channel) -> {
            if (!named.contains(endpoint) && channels.remove(endpoint, channel)) {
                leaving.add(channel);
                channel.leave();
            }
        });
    }

    /** Ends calls whose deadline has passed; returns whether any is left. */
    boolean expire(long now) {
        boolean left = false;
        for (EndpointChannel channel : channels.values()) {
            left |= channel.expire(now);
        }
        for (EndpointChannel channel : leaving) {
            left |= channel.expire(now);
            if (channel.isGone()) {
                leaving.remove(channel);
            }
        }
        return left;
    }

    void close() {
        closed = true;
        channels.values().forEach(EndpointChannel::close);
        leaving.forEach(EndpointChannel::close);
    }
}
