package io.rpcidl.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** How a call ended, in words. */
class StatusTest {

    @Test
    void writesAStatusInOneLineButKeepsItsMessage() {
        Status status = Status.processed(StatusCode.ABORTED, "a\nb");
        assertEquals("ABORTED: a\\nb", status.toString());
        assertEquals("ABORTED: a\\nb", new RpcException(status).getMessage());
        assertEquals("a\nb", new RpcException(status).status().message());
    }
}
