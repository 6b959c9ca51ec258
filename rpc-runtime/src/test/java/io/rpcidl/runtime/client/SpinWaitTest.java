package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;

/** How long a caller looks for its answer before it sleeps, by a clock that goes on when it is read. */
class SpinWaitTest {

    private final Future<?> late = new CompletableFuture<>();
    private long step = SpinWait.NANOS / 10;
    private long now = Long.MAX_VALUE - step; // it may wrap
    private int readings;
    private int looking;
    private final SpinWait spin = new SpinWait(this::read);

    private long read() {
        readings++;
        return now += step;
    }

    @Test
    void looksForNothingThatIsThere() {
        spin.await(CompletableFuture.completedFuture("answer"));
        assertEquals(0, readings);
    }

    @Test
    void looksUntilTheAnswerComes() {
        assertEquals(5, readings(answerAtReading(5)));
    }

    @Test
    void looksForAMoment() {
        assertEquals(1 + 10, readings(late));
    }

    @Test
    void looksSeldomWhereAnswersAreLate() {
        for (int i = 0; i < SpinWait.PATIENCE; i++) {
            assertTrue(readings(late) > 0);
        }
        for (int i = 1; i < SpinWait.SELDOM; i++) {
            assertEquals(0, readings(late));
        }
        assertTrue(readings(late) > 0);
        assertEquals(0, readings(late));
    }

    @Test
    void anAnswerIsLateAlsoIfItWasSeenAtOnce() { // others had the processor meanwhile
        step = SpinWait.NANOS;
        for (int i = 0; i < SpinWait.PATIENCE; i++) {
            assertEquals(2, readings(answerAtReading(2)));
        }
        assertEquals(0, readings(answerAtReading(2)));
    }

    @Test
    void anInterruptEndsTheLook() {
        for (int i = 0; i <= SpinWait.PATIENCE; i++) {
            Thread.currentThread().interrupt();
            assertEquals(1, readings(late), "and nothing is learnt of it");
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void looksAgainOnceAnswersComeInTime() {
        for (int i = 0; i < SpinWait.PATIENCE + SpinWait.SELDOM - 1; i++) {
            readings(late);
        }
        assertEquals(3, readings(answerAtReading(3)));
        assertEquals(4, readings(answerAtReading(4)));
    }

    @Test
    void doesNotHoardPatience() {
        for (int i = 0; i < 1000; i++) {
            readings(answerAtReading(2));
        }
        looksSeldomWhereAnswersAreLate();
    }

    @Test
    void fewLookAtATime() {
        lookWhileOthersLook();
        assertEquals(Math.max(1, Runtime.getRuntime().availableProcessors() / 4), looking);
    }

    /** Looks; once it does, has another look, as another thread would, and so on. */
    private void lookWhileOthersLook() {
        boolean[] begun = {false};
        LongSupplier clock = () -> {
            if (!begun[0]) {
                begun[0] = true;
                looking++;
                lookWhileOthersLook();
            }
            return read();
        };
        new SpinWait(clock).await(late);
    }

    private CompletableFuture<?> answerAtReading(int reading) {
        return new CompletableFuture<>() {
            @Override
            public boolean isDone() {
                return readings >= reading;
            }
        };
    }

    /** Waits for an answer; returns how often the clock was read. */
    private int readings(Future<?> answer) {
        readings = 0;
        spin.await(answer);
        return readings;
    }
}
