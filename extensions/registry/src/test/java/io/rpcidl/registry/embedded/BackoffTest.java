package io.rpcidl.registry.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {

    @Test
    void waitsTwiceAsLongEachTimeUpToFiveSeconds() {
        assertEquals(List.of(200L, 400L, 800L, 1_600L, 2_500L, 2_500L), six(new Backoff(() -> 0)));
        assertEquals(List.of(400L, 800L, 1_600L, 3_200L, 5_000L, 5_000L), six(new Backoff(() -> 1)));
    }

    @Test
    void beginsAnewWhenATryDoesNotFail() {
        Backoff backoff = new Backoff(() -> 0);
        six(backoff);
        backoff.reset();
        assertEquals(200, backoff.nextMillis());
    }

    private static List<Long> six(Backoff backoff) {
        return Stream.generate(backoff::nextMillis).limit(6).toList();
    }
}
