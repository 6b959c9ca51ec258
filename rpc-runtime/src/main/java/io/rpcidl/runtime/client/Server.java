package io.rpcidl.runtime.client;

import io.rpcidl.registry.Instance;
import io.rpcidl.resilience.ServerHealth;
import io.rpcidl.resilience.SlowStart;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import java.util.function.Function;

/** A server of a service's list, and what calls have told of it. */
final class Server implements Candidate {

    private static final int WHOLE = 100;

    private final Instance instance;
    private final ServerHealth health;
    private final SlowStart slowStart;
    private final Function<Instance, EndpointChannel> channels;

    /**
     * Makes a server.
     *
     * @param channels finds the channel anew each time: one that was left, because for a moment nobody named its server, is
     *     replaced by another
     */
    Server(Instance instance, ServerHealth health, SlowStart slowStart, Function<Instance, EndpointChannel> channels) {
        this.instance = instance;
        this.health = health;
        this.slowStart = slowStart;
        this.channels = channels;
    }

    EndpointChannel channel() {
        return channels.apply(instance);
    }

    ServerHealth health() {
        return health;
    }

    /** Returns this server as the registry describes it now. */
    Server as(Instance newer) {
        return newer.equals(instance) ? this : new Server(newer, health, slowStart, channels);
    }

    /** Takes note of how a call ended that was sent to it. */
    void failed(Status status) {
        if (status.details() != null) {
            health.succeeded(); // an error of the contract is an answer
            return;
        }
        if (status.code() == StatusCode.CANCELLED
                || (status.code() == StatusCode.UNAVAILABLE && status.processed() == Processed.NO)) {
            return; // the caller's doing, or a server that is not there: no judgement of one that is
        }
        switch (status.code()) {
            case UNAVAILABLE, DEADLINE_EXCEEDED, INTERNAL, UNKNOWN, DATA_LOSS -> health.failed();
            default -> health.succeeded(); // it answers: also that it has no room
        }
    }

    @Override
    public Instance instance() {
        return instance;
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

    @Override
    public int weight() {
        double share = slowStart.factor(health.ageNanos(System.nanoTime())) * WHOLE;
        return Math.max(1, (int) (share * instance.weight()));
    }
}
