package io.rpcidl.runtime.client;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.rpcidl.json.Codecs;
import io.rpcidl.runtime.Payload;
import io.rpcidl.runtime.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How a reply is waited for; what becomes of a failure is the balancer's to test. */
@Timeout(60)
class AttemptReplyTest {

    private final Reply answer = new Reply.Success(Payload.of(Codecs.STRING, "hello"));
    private final AttemptReply reply = new AttemptReply(done -> null);
    private int looks;

    @Test
    void isLookedForBeforeItIsWaitedFor() throws Exception {
        reply.lookFor(new SpinWait(() -> {
            if (++looks == 3) {
                reply.give(answer);
            }
            return 0;
        }));
        assertSame(answer, reply.get());
        assertEquals(3, looks);
    }

    @Test
    void isWaitedForIfItDoesNotComeSoon() throws Exception {
        CountDownLatch over = new CountDownLatch(2);
        reply.lookFor(new SpinWait(() -> {
            over.countDown();
            return looks++ * SpinWait.NANOS;
        }));
        CompletableFuture<@Nullable Void> other = CompletableFuture.runAsync(() -> {
            assertDoesNotThrow(() -> over.await());
            reply.give(answer);
        });
        assertSame(answer, reply.get());
        other.join();
        assertEquals(2, looks);
    }
}
