package io.rpcidl.runtime.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import golden.traits.Calls;
import golden.traits.CallsAsync;
import golden.traits.CallsHandlerBase;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What becomes of calls that are {@code @idempotent(key = "token")} when they come again. */
@Timeout(60)
class ReplaysTest {

    private static final UUID TOKEN = UUID.fromString("11111111-2222-3333-4444-555555555555");

    private final AtomicInteger bought = new AtomicInteger();
    private final Map<String, byte[]> kept = new ConcurrentHashMap<>();
    private final CountDownLatch begun = new CountDownLatch(1);
    private CountDownLatch release = new CountDownLatch(0);
    private volatile StatusCode failure;
    private volatile boolean once;
    private RpcServer server;
    private RpcClient client;

    private final class Handler extends CallsHandlerBase {

        @Override
        public int buy(Calls.BuyRequest request) {
            begun.countDown();
            try {
                release.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            int count = bought.incrementAndGet();
            StatusCode code = failure;
            if (code != null) {
                failure = once ? null : code;
                throw new RpcException(code, "failed");
            }
            return count;
        }
    }

    private Calls calls(AnswerStore store) throws IOException {
        RpcServerBuilder builder = RpcServer.builder().add(new Handler());
        server = (store == null ? builder : builder.answers(store)).start();
        client =
                RpcClient.builder("rpc://" + server.endpoint()).withoutRetries().build();
        return Calls.stub(client);
    }

    private AnswerStore map() {
        return new AnswerStore() {
            @Override
            public byte[] find(String name) {
                return kept.get(name);
            }

            @Override
            public void keep(String name, byte[] answer) {
                kept.put(name, answer);
            }
        };
    }

    @AfterEach
    void stop() {
        if (client != null) {
            client.close();
            server.close();
        }
    }

    @Test
    void aRepeatIsAnsweredAsTheFirstCallAndDoesNotRun() throws IOException {
        Calls calls = calls(null);
        assertEquals(1, calls.buy("apple", TOKEN));
        assertEquals(1, calls.buy("apple", TOKEN));
        assertEquals(1, bought.get());
        assertEquals(2, calls.buy("apple", UUID.randomUUID()));
    }

    /** Repeats a call whose code has begun, and lets that go on when both are at the server. */
    private CompletableFuture<Integer> repeatedWhileTheFirstRuns(CallsAsync calls) throws InterruptedException {
        begun.await();
        CompletableFuture<Integer> second = calls.buy("apple", TOKEN);
        while (server.snapshot(1).inFlight() < 2) {
            Thread.onSpinWait();
        }
        release.countDown();
        return second;
    }

    @Test
    void aRepeatThatComesWhileTheFirstCallRunsWaitsForItsAnswer() throws Exception {
        release = new CountDownLatch(1);
        calls(null);
        CallsAsync calls = CallsAsync.stub(client);
        CompletableFuture<Integer> first = calls.buy("apple", TOKEN);
        CompletableFuture<Integer> second = repeatedWhileTheFirstRuns(calls);
        assertEquals(1, first.join());
        assertEquals(1, second.join());
        assertEquals(1, bought.get());
    }

    @Test
    void aRepeatRunsWhereTheCallThatItWaitedForEndsWithoutAnAnswer() throws Exception {
        release = new CountDownLatch(1);
        failure = StatusCode.CANCELLED; // as where its caller has gone
        once = true;
        calls(null);
        CallsAsync calls = CallsAsync.stub(client);
        CompletableFuture<Integer> first = calls.buy("apple", TOKEN);
        CompletableFuture<Integer> second = repeatedWhileTheFirstRuns(calls);
        assertEquals(2, second.join());
        assertThrows(RuntimeException.class, first::join);
        assertEquals(2, calls.buy("apple", TOKEN).join());
    }

    @Test
    void aKeyThatWasUsedWithOtherParametersIsRefused() throws IOException {
        Calls calls = calls(null);
        calls.buy("apple", TOKEN);
        RpcException thrown = assertThrows(RpcException.class, () -> calls.buy("pear", TOKEN));
        assertEquals(StatusCode.INVALID_ARGUMENT, thrown.code());
        assertEquals(
                "this token was used by a call with other parameters",
                thrown.status().message());
        assertEquals(1, bought.get());
    }

    @Test
    void afterAFailureThatIsNoAnswerARepeatRuns() throws IOException {
        failure = StatusCode.UNAVAILABLE;
        Calls calls = calls(null);
        assertThrows(RpcException.class, () -> calls.buy("apple", TOKEN));
        failure = null;
        assertEquals(2, calls.buy("apple", TOKEN));
    }

    @Test
    void answersAreKeptAsJsonUnderMethodCallerAndKey() throws IOException {
        calls(map()).buy("apple", TOKEN);
        String name = kept.keySet().iterator().next();
        assertEquals("golden.traits.Calls.buy 0: \"" + TOKEN + "\"", name);
        String answer = new String(kept.get(name));
        assertTrue(answer.matches("\\{\"of\":\"[0-9a-f]{64}\",\"result\":1}"), answer);
    }

    @Test
    void anotherServerWithTheSameStoreGivesTheSameAnswer() throws IOException {
        calls(map()).buy("apple", TOKEN);
        stop();
        assertEquals(1, calls(map()).buy("apple", TOKEN));
        assertEquals(1, bought.get());
    }

    @Test
    void aStoreThatFailsFailsTheCallBeforeItRuns() throws IOException {
        Calls calls = calls(new AnswerStore() {
            @Override
            public byte[] find(String name) {
                throw new IllegalStateException("no table");
            }

            @Override
            public void keep(String name, byte[] answer) {}
        });
        RpcException thrown = assertThrows(RpcException.class, () -> calls.buy("apple", TOKEN));
        assertEquals(StatusCode.INTERNAL, thrown.code());
        assertEquals(0, bought.get());
    }

    @Test
    void anAnswerThatCannotBeKeptIsGivenAllTheSame() throws IOException {
        Calls calls = calls(new AnswerStore() {
            @Override
            public byte[] find(String name) {
                return null;
            }

            @Override
            public void keep(String name, byte[] answer) {
                throw new IllegalStateException("no room");
            }
        });
        assertEquals(1, calls.buy("apple", TOKEN));
    }

    @Test
    void aCallerThatGoesAwayDoesNotMakeItsRepeatRunAgain() throws Exception {
        release = new CountDownLatch(1);
        Calls calls = calls(null);
        Calls hasty = calls.with(CallOptions.DEFAULT.withTimeout(Duration.ofMillis(100)));
        assertThrows(RpcException.class, () -> hasty.buy("apple", TOKEN));
        begun.await();
        release.countDown();
        assertEquals(1, calls.buy("apple", TOKEN));
        assertEquals(1, bought.get());
    }

    // ---- in memory, on a clock that stands

    private final AtomicLong clock = new AtomicLong();

    private AnswersInMemory inMemory(int answers, long bytes) {
        return new AnswersInMemory(answers, bytes, Duration.ofSeconds(10), clock::get);
    }

    @Test
    void answersAreForgottenWithAge() {
        AnswersInMemory store = inMemory(10, 10_000);
        store.keep("a", new byte[] {1});
        clock.addAndGet(Duration.ofSeconds(9).toNanos());
        assertNotNull(store.find("a"));
        clock.addAndGet(Duration.ofSeconds(1).toNanos());
        assertNull(store.find("a"));
    }

    @Test
    void theOldestAreForgottenWhereThereAreTooMany() {
        AnswersInMemory store = inMemory(2, 10_000);
        store.keep("a", new byte[] {1});
        store.keep("b", new byte[] {2});
        store.keep("c", new byte[] {3});
        assertNull(store.find("a"));
        assertNotNull(store.find("b"));
        assertNotEquals(0, store.find("c").length);
    }

    @Test
    void andWhereTheyTakeTooMuchMemory() {
        AnswersInMemory store = inMemory(1_000, 5_000);
        for (int i = 0; i < 100; i++) {
            store.keep("answer " + i, new byte[1_000]);
        }
        assertNull(store.find("answer 95"));
        assertNotNull(store.find("answer 99"));
        store.keep("too large for all", new byte[6_000]);
        assertNull(store.find("answer 99"));
        assertNull(store.find("too large for all"));
    }
}
