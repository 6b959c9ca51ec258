package io.rpcidl.runtime.server;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the answers of calls to methods that are {@code @idempotent(key)}, so that a repeat is answered as the first call was
 * and does not run again. Called by many threads at a time, on those that run handlers, which it may block. What it throws
 * fails the call before it runs, and is logged where the call has run.
 *
 * <pre>{@code
 * RpcServer.builder().add(new Payments()).answers(AnswerStore.inMemory(100_000, 64 << 20, Duration.ofHours(1)));
 * }</pre>
 */
public interface AnswerStore {

    /** Returns the answer that was kept under a name, or null if none is there (any more). */
    byte @Nullable [] find(String name);

    /**
     * Keeps an answer for a while.
     *
     * @param name of the method, of who calls it, and of the key; up to a few hundred characters
     * @param answer JSON in UTF-8; not to be changed
     */
    void keep(String name, byte[] answer);

    /**
     * Makes a store in memory, which forgets the oldest first. Servers that stand for each other do not share it: where a
     * repeat may go to another server, a store that they share (a table, a cache) is for this interface.
     *
     * @param answers how many at most
     * @param bytes how much memory they may take together
     * @param age how long each is kept at most
     */
    static AnswerStore inMemory(int answers, long bytes, Duration age) {
        return new AnswersInMemory(answers, bytes, age, System::nanoTime);
    }
}
