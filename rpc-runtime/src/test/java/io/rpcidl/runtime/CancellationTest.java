package io.rpcidl.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.json.Codecs;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/** The signal that nobody waits, and the call that a thread handles. */
class CancellationTest {

    private final List<String> ran = new ArrayList<>();

    @Test
    void tasksRunOnceInTheirOrder() {
        Cancellation cancellation = new Cancellation();
        cancellation.onCancel(() -> ran.add("first"));
        cancellation.onCancel(() -> ran.add("second"));
        assertFalse(cancellation.isCancelled());
        cancellation.cancel();
        cancellation.cancel();
        assertTrue(cancellation.isCancelled());
        assertEquals(List.of("first", "second"), ran);
    }

    @Test
    void aTaskThatFailsHarmsNoOther() {
        Cancellation cancellation = new Cancellation();
        cancellation.onCancel(() -> {
            throw new IllegalStateException("a test's");
        });
        cancellation.onCancel(() -> ran.add("other"));
        cancellation.cancel();
        assertEquals(List.of("other"), ran);
    }

    @Test
    void aTaskThatComesLaterRunsAtOnce() {
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        cancellation.onCancel(() -> ran.add("late"));
        assertEquals(List.of("late"), ran);
    }

    @Test
    void aCallThatIsOverIsCancelledNoMore() {
        Cancellation cancellation = new Cancellation();
        cancellation.onCancel(() -> ran.add("before"));
        cancellation.close();
        cancellation.cancel();
        cancellation.onCancel(() -> ran.add("behind"));
        assertFalse(cancellation.isCancelled());
        assertEquals(List.of(), ran);
    }

    @Test
    void callsWithinAreCancelledWithTheirCallAndNotTheReverse() {
        Cancellation outer = new Cancellation();
        Cancellation one = outer.within();
        Cancellation other = outer.within();
        one.cancel();
        assertFalse(outer.isCancelled() || other.isCancelled());
        outer.cancel();
        assertTrue(other.isCancelled());
        assertTrue(outer.within().isCancelled(), "made too late, and cancelled all the same");
    }

    @Test
    void aCallWithinThatIsOverIsNotHeld() {
        Cancellation outer = new Cancellation();
        Cancellation within = outer.within();
        within.onCancel(() -> ran.add("within"));
        within.close();
        outer.cancel();
        assertEquals(List.of(), ran);
        assertFalse(within.isCancelled());
    }

    @Test
    void aThreadHandlesTheInnermostCall() {
        ServerCall outer = new ServerCall(call("outer"));
        ServerCall inner = new ServerCall(call("inner"));
        outer.run(() -> {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> inner.run(() -> {
                        assertSame(inner, ServerCall.current());
                        throw new IllegalArgumentException();
                    }));
            assertSame(outer, ServerCall.current());
            CompletableFuture.runAsync(() -> assertNull(ServerCall.currentOrNull()))
                    .join();
            CompletableFuture.runAsync(() -> outer.run(() -> assertSame(outer, ServerCall.current())))
                    .join();
        });
        assertThrows(IllegalStateException.class, ServerCall::current);
        List<Runnable> handedOver = new ArrayList<>();
        Executor wrapped = ServerCall.wrap(handedOver::add);
        outer.run(() -> wrapped.execute(() -> assertSame(outer, ServerCall.current())));
        wrapped.execute(() -> assertNull(ServerCall.currentOrNull(), "handed over by nobody's thread"));
        handedOver.forEach(Runnable::run);
        assertEquals(2, handedOver.size());
    }

    @Test
    void theEarlierOfTwoDeadlines() {
        Deadline sooner = new Deadline(Long.MAX_VALUE - 1);
        Deadline later = new Deadline(Long.MIN_VALUE + 1); // the clock may run over
        assertSame(sooner, sooner.orEarlier(later));
        assertSame(sooner, later.orEarlier(sooner));
    }

    private static Call call(String name) {
        MethodDescriptor<?, ?> method = new MethodDescriptor<>(
                "s", name, MethodDescriptor.Kind.UNARY, Codecs.STRING, Codecs.STRING, MethodTraits.NONE);
        return new Call(method, Payload.of(Codecs.STRING, ""), Metadata.EMPTY, Deadline.NEVER);
    }
}
