package io.rpcidl.transport.thread;

/** Marks threads that carry the messages of many calls: whoever blocks one stops them all, perhaps the one he waits for. */
public interface NonBlocking {

    /**
     * Refuses to wait on such a thread.
     *
     * @param what for what, such as {@code "the answer of shop.v1.Shop.get"}
     * @throws IllegalStateException if this is one
     */
    static void check(String what) {
        if (Thread.currentThread() instanceof NonBlocking) {
            throw new IllegalStateException("an I/O thread must not wait for " + what
                    + ": use the asynchronous stub, or leave out @nonblocking or directCallbacks()");
        }
    }
}
