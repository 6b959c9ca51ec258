package io.rpcidl.runtime.server;

import io.rpcidl.transport.MemoryBudget;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * The large requests of one connection that are in flight. While there are such and memory is short, the connection is not
 * read. Safe for any number of threads.
 */
final class LargeRequests {

    private final MemoryBudget memory;
    private final Consumer<Boolean> reading;
    private final Runnable resume = this::resume;
    private int inFlight; // guarded by this
    private boolean paused; // guarded by this

    /** Makes it for a connection; {@code reading} says whether that may be read. */
    LargeRequests(MemoryBudget memory, Consumer<Boolean> reading) {
        this.memory = memory;
        this.reading = reading;
    }

    /** Takes a request in; returns false if it is large and there is no room for it. */
    boolean begin(int size) {
        if (size <= MemoryBudget.SMALL) {
            return true;
        }
        if (!memory.tryTake(size)) {
            return false;
        }
        boolean pauses;
        synchronized (this) {
            inFlight++;
            pauses = !paused && memory.isTight();
            paused |= pauses;
        }
        if (pauses) {
            reading.accept(false);
            memory.whenRoom(resume);
        }
        return true;
    }

    /** The call of a request that was taken in is over once its reply is there. */
    void endAfter(int size, CompletableFuture<?> reply) {
        if (size > MemoryBudget.SMALL) {
            reply.whenComplete((done, bug) -> end(size));
        }
    }

    /** The call of a request that was taken in is over. */
    void end(int size) {
        if (size <= MemoryBudget.SMALL) {
            return;
        }
        boolean last;
        synchronized (this) {
            last = --inFlight == 0;
        }
        memory.give(size);
        if (last) {
            resume(); // that memory is short is not its fault any more
        }
    }

    private void resume() {
        boolean was;
        synchronized (this) {
            was = paused;
            paused = false;
        }
        if (was) {
            memory.forget(resume);
            reading.accept(true);
        }
    }
}
