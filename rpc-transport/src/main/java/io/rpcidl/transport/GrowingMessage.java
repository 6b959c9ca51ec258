package io.rpcidl.transport;

/** What is to be sent and may still grow until its turn comes to be written. */
public interface GrowingMessage {

    /**
     * Ends it, once, when its turn has come: from here on it stays as it is. On the connection's I/O thread, if it may
     * grow at all; one that throws ends the connection.
     */
    void finish();

    /** Returns the array that holds it, once it is finished; not changed any more. */
    byte[] bytes();

    /** Returns how many bytes of the array it has, once it is finished. */
    int length();
}
