package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AwakeClockTest {

    private final AtomicLong time = new AtomicLong(Long.MAX_VALUE - 100);
    private final AwakeClock clock = new AwakeClock(time::get);
    private final long begin = clock.getAsLong();

    @Test
    void goesOnWhileItIsRead() {
        for (int i = 0; i < 100; i++) {
            time.addAndGet(Duration.ofMillis(100).toNanos());
            clock.getAsLong();
        }
        assertEquals(Duration.ofSeconds(10).toNanos(), clock.getAsLong() - begin);
    }

    @Test
    void standsStillWhileItIsNot() {
        time.addAndGet(Duration.ofMinutes(5).toNanos());
        assertEquals(0, clock.getAsLong() - begin);
        time.addAndGet(Duration.ofMillis(100).toNanos());
        assertEquals(Duration.ofMillis(100).toNanos(), clock.getAsLong() - begin);
    }
}
