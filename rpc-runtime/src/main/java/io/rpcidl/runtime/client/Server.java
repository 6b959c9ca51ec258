package io.rpcidl.runtime.client;

import io.rpcidl.registry.Instance;
import java.util.function.Function;

/**
 * A server of a service's list.
 *
 * @param channels finds the channel anew each time: one that was left, because for a moment nobody named its server, is
 *     replaced by another
 */
record Server(Instance instance, Function<Instance, EndpointChannel> channels) implements Candidate {

    EndpointChannel channel() {
        return channels.apply(instance);
    }

    boolean isDown(long now) {
        return channel().isDown(now);
    }

    @Override
    public boolean isDown() {
        return isDown(System.nanoTime());
    }

    @Override
    public int inFlight() {
        return channel().inFlight();
    }
}
