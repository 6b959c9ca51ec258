package io.rpcidl.transport;

import java.time.Duration;

/** One connection. Safe for any number of threads. */
public interface Connection {

    /**
     * Sends bytes in the order of the calls, in one write if nothing is waiting before them. Never blocks; what is sent
     * on a connection that is closed or closing is dropped.
     *
     * @param bytes taken over: not to be changed any more
     * @param length how many of them
     */
    void send(byte[] bytes, int length);

    /**
     * Sends bytes, in the order of the calls as all that is sent, and writes them on this thread where nothing else of this connection
     * is on its way: sooner, and a system call for each. A connection may do so with short messages only, or with none that is encrypted. One
     * that stands before another and does not implement this just sends.
     *
     * @param bytes taken over: not to be changed any more
     * @param length how many of them
     * @return whether many before it were sent by this method too, and nothing between them: then the answer may be waited for awake
     */
    default boolean sendNow(byte[] bytes, int length) {
        send(bytes, length);
        return false;
    }

    /**
     * Sends a message that may grow until it is written, in the order of the calls as all that is sent. A connection that stands
     * before another and does not implement this sends it as it is now.
     */
    default void send(GrowingMessage message) {
        message.finish();
        send(message.bytes(), message.length());
    }

    /** Sends bytes, perhaps none, as they are, and compresses all that is sent after them (zlib, RFC 1950). */
    void sendThenDeflate(byte[] bytes, int length);

    /**
     * Takes what is received behind the end of the line that has just been received for compressed; on the connection's
     * I/O thread. A stretch of an array is what was received already.
     */
    void inflateInput(byte[] rest, int from, int to);

    /**
     * Runs a task on the connection's I/O thread once what was sent before has left this process, or is little enough;
     * it must not block. The task is dropped on close.
     */
    void whenWritable(Runnable task);

    /** Stops reading what comes in, or goes on; what was read already may still be reported. */
    void setReading(boolean reading);

    /** Sends what is waiting, then closes. */
    void close();

    /** Closes at once, for a reason that the receiver is told; what is waiting is dropped. */
    void abort(String reason);

    /** Returns the other side; what it proves with TLS is known once something was received. */
    Peer peer();

    /** Runs a task on the connection's I/O thread after a time; it must not block. The task is dropped on close. */
    void schedule(Duration delay, Runnable task);
}
