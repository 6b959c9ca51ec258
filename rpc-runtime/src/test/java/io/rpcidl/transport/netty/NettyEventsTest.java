package io.rpcidl.transport.netty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Netty's own events for Flight Recorder, which make a program's start longer. Another test may have used Netty first. */
class NettyEventsTest {

    @Test
    void areNotMadeUnlessTheUserWantsThem() {
        NettyTransport.client(true, null).close();
        assertEquals("false", System.getProperty("io.netty.jfr.enabled"));
    }
}
