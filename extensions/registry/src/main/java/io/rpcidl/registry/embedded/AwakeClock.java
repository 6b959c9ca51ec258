package io.rpcidl.registry.embedded;

import java.util.function.LongSupplier;

/**
 * A clock that stands still while its program does. A registry that was frozen, or whose machine was, could take no heartbeats
 * meanwhile, and would find that all leases have passed. The clock is read several times a second; where it was not for a whole
 * second, that time does not count.
 */
final class AwakeClock implements LongSupplier {

    private static final long FROZEN_NANOS = 1_000_000_000;

    private final LongSupplier nanoClock;
    private long last; // guarded by this
    private long frozen; // guarded by this

    AwakeClock(LongSupplier nanoClock) {
        this.nanoClock = nanoClock;
        this.last = nanoClock.getAsLong();
    }

    @Override
    public synchronized long getAsLong() {
        long now = nanoClock.getAsLong();
        if (now - last > FROZEN_NANOS) {
            frozen += now - last;
        }
        last = now;
        return now - frozen;
    }
}
