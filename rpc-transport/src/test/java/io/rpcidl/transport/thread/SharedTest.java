package io.rpcidl.transport.thread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SharedTest {

    private final List<Object> ended = new ArrayList<>();
    private final Shared<Object> shared = new Shared<>(Object::new, ended::add);

    @Test
    void isMadeForTheFirstAndEndedWithTheLast() {
        Shared<Object>.Share first = shared.take();
        Shared<Object>.Share second = shared.take();
        assertSame(first.value(), second.value());
        first.close();
        assertEquals(List.of(), ended);
        second.close();
        assertEquals(List.of(first.value()), ended);
    }

    @Test
    void isMadeAnewForWhoComesAfterTheLast() {
        Shared<Object>.Share first = shared.take();
        first.close();
        try (Shared<Object>.Share next = shared.take()) {
            assertNotSame(first.value(), next.value());
        }
        assertEquals(2, ended.size());
    }

    @Test
    void countsAUserOnceHoweverOftenItCloses() {
        Shared<Object>.Share first = shared.take();
        Shared<Object>.Share second = shared.take();
        first.close();
        first.close();
        assertEquals(List.of(), ended);
        second.close();
        assertEquals(1, ended.size());
    }

    @Test
    void hasNoUserWhereItCannotBeMade() {
        boolean[] fails = {true};
        Shared<Object> failing = new Shared<>(
                () -> {
                    if (fails[0]) {
                        throw new IllegalStateException("no thread");
                    }
                    return this;
                },
                ended::add);
        assertThrows(IllegalStateException.class, failing::take);
        fails[0] = false;
        failing.take().close();
        assertEquals(List.of(this), ended);
    }
}
