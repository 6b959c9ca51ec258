package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.embedded.contract.Changes;
import io.rpcidl.registry.embedded.contract.ServerInstance;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What a watch makes of answers, on a clock that the test moves. */
class FollowedTest {

    private final AtomicLong clock = new AtomicLong(Long.MAX_VALUE - 1_000);
    private final Followed followed = new Followed("registry://h:1", Duration.ofSeconds(10), clock::get);

    @Test
    void changesAreAppliedToWhatIsKnown() {
        assertEquals(List.of("a", "b"), take(whole("one", "a", "b")));
        assertEquals(List.of("a", "c"), take(some("one", List.of("b"), "c")));
        assertNull(take(some("one", List.of("a"), "a")), "it went and came");
    }

    @Test
    void aListThatIsTheSameIsNotToldAgain() {
        take(whole("one", "a"));
        assertNull(take(some("one", List.of())));
        assertNull(take(whole("one", "a")));
    }

    @Test
    void aListIsToldWhenItIsThereAsAWhole() {
        assertNull(take(whole("one", "a").toBuilder().more(true).build()));
        assertNull(take(some("one", List.of(), "b").toBuilder().more(true).build()));
        assertEquals(List.of("a", "b", "c"), take(some("one", List.of(), "c")));
    }

    @Test
    void whoWasKnownBeforeTheRegistryWasRestartedStaysForALease() {
        take(whole("one", "a", "b"));
        assertNull(take(whole("two")), "it has not heard of anybody yet");
        assertEquals(Duration.ofSeconds(10), followed.doubt());
        assertEquals(List.of("a", "b", "c"), take(some("two", List.of(), "c")));
        clock.addAndGet(Duration.ofSeconds(10).toNanos());
        assertEquals(List.of("c"), take(some("two", List.of())));
        assertEquals(Duration.ZERO, followed.doubt());
    }

    @Test
    void theOrderOutlivesARestart() {
        take(whole("one", "a", "b"));
        assertNull(take(whole("two", "b", "a")));
    }

    @Test
    void aServerThatWasRestartedAtItsAddressIsNotThereTwice() {
        take(whole("one", "a"));
        ServerInstance again = Table.server("b", "s").toBuilder().port('a').build();
        assertEquals(
                List.of("b"),
                take(whole("two").toBuilder().servers(List.of(again)).build()));
    }

    @Test
    void aListThatBeganAnewWithinOneRunIsBelieved() {
        take(whole("one", "a", "b"));
        assertEquals(List.of("b"), take(whole("one", "b")));
    }

    @Test
    void whatCannotBeAServerIsLeftOut() {
        ServerInstance wrong =
                Table.server("b", "s").toBuilder().host("two\nlines").build();
        List<ServerInstance> both = List.of(wrong, instance("a"));
        assertEquals(List.of("a"), take(whole("one").toBuilder().servers(both).build()));
    }

    private List<String> take(Changes changes) {
        List<Instance> list = followed.take(changes);
        return list == null ? null : list.stream().map(Instance::id).toList();
    }

    private static Changes whole(String epoch, String... ids) {
        return some(epoch, List.of(), ids).toBuilder().whole(true).build();
    }

    private static Changes some(String epoch, List<String> gone, String... ids) {
        return Changes.builder()
                .epoch(epoch)
                .revision(1)
                .whole(false)
                .gone(gone)
                .servers(java.util.stream.Stream.of(ids)
                        .map(FollowedTest::instance)
                        .toList())
                .build();
    }

    private static ServerInstance instance(String id) {
        return Table.server(id, "s").toBuilder().port(id.charAt(0)).build();
    }
}
