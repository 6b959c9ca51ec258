package io.rpcidl.transport.netty;

import io.rpcidl.runtime.server.RpcServer;
import io.rpcidl.runtime.testing.EchoService;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ports that are listened at. */
@Timeout(60)
class ListeningTest {

    @Test
    void aPortIsFreeOnceItsServerIsClosed() throws IOException {
        for (int i = 0; i < 200; i++) {
            RpcServer server = RpcServer.builder().add(new EchoService()).start();
            server.close();
            new ServerSocket(server.port(), 1, InetAddress.getLoopbackAddress()).close();
        }
    }
}
