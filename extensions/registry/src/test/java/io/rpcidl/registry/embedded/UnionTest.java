package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import io.rpcidl.transport.Endpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Two registries as one, on a clock that the test moves. */
class UnionTest {

    private static final Instance A = new Instance("a", new Endpoint("h", 1), List.of("s"), java.util.Map.of());
    private static final Instance B = new Instance("b", new Endpoint("h", 2), List.of("s"), java.util.Map.of());

    private final AtomicLong clock = new AtomicLong();
    private final List<Object> told = new ArrayList<>();
    private final Union union = new Union(2, Duration.ofSeconds(10), clock::get, new Registry.Listener() {
        @Override
        public void instances(List<Instance> instances) {
            told.add(instances);
        }

        @Override
        public void unreachable(String reason) {
            told.add(reason);
        }
    });
    private final LongPoll.Follower first = union.followers().get(0);
    private final LongPoll.Follower second = union.followers().get(1);

    @Test
    void whoeverIsNamedByOneIsThere() {
        first.instances(List.of(A));
        second.instances(List.of(A, B));
        assertTold(List.of(A, B));
        first.instances(List.of());
        assertTold();
        second.instances(List.of(B));
        assertTold(List.of(B));
    }

    @Test
    void theFirstListWaitsForAll() {
        first.instances(List.of());
        assertTold();
        second.instances(List.of(A));
        assertTold(List.of(A));
    }

    @Test
    void whoCannotBeReachedIsNotWaitedFor() {
        first.instances(List.of(A));
        second.unreachable("gone");
        assertTold(List.of(A));
    }

    @Test
    void ofAServerWhatWasSaidLastCounts() {
        first.instances(List.of(A));
        second.instances(List.of(A));
        assertTold(List.of(A));
        second.instances(List.of(A.withWeight(0)));
        assertTold(List.of(A.withWeight(0)));
        first.instances(List.of(A.withWeight(0)));
        assertTold();
    }

    @Test
    void whoAnswersNoMoreIsBelievedForALeaseAndAgainWhenItIsBack() {
        first.instances(List.of(A));
        second.instances(List.of(B));
        assertTold(List.of(A, B));
        second.unreachable("gone");
        assertTold();
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        second.unreachable("gone");
        assertTold(List.of(A));
        second.answered();
        assertTold(List.of(A, B));
    }

    @Test
    void ifNobodyAnswersAllStays() {
        first.instances(List.of(A));
        second.instances(List.of(B));
        second.unreachable("gone");
        first.unreachable("gone, too");
        clock.addAndGet(Duration.ofSeconds(60).toNanos());
        second.unreachable("still gone");
        assertTold(List.of(A, B), "gone, too", "still gone");
    }

    private void assertTold(Object... expected) {
        assertEquals(List.of(expected), told);
        told.clear();
    }
}
