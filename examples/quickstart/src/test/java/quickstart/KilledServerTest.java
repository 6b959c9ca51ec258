package quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.embedded.RegistryServer;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.client.RpcClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shop.v1.Shop;

/** {@code kill -9} and {@code kill} of one of two servers while eight threads call. */
@Timeout(120)
class KilledServerTest {

    private static final long LEASE_MILLIS = 10_000;

    @Test
    void onlyCallsInFlightFailAndAfterTheLeaseNobodyTriesTheDeadOne() throws Exception {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0);
                ServerProcess victim = new ServerProcess(registry.target());
                ServerProcess survivor = new ServerProcess(registry.target());
                RpcClient client = RpcClient.connect(registry.target())) {
            Shop shop = Shop.stub(client);
            Callers callers = new Callers(shop);
            callers.awaitCalls(2_000);
            long killed = System.nanoTime();
            victim.kill();
            callers.awaitCalls(2_000);
            callers.failures.forEach(KilledServerTest::assertWasInFlight);
            int failures = callers.failures.size();
            assertTrue(failures <= Callers.COUNT, "each thread has one call in flight, but " + failures + " failed");

            awaitLeaseEnd(killed);
            try (ServerSocket dead = new ServerSocket(victim.port(), 50, InetAddress.getLoopbackAddress())) {
                BlockingQueue<Socket> tried = acceptAll(dead);
                callers.awaitCalls(2_000);
                assertTrue(tried.isEmpty(), "somebody tried the dead server after its lease");
            }
            assertEquals(failures, callers.failures.size());
            callers.stop();
            assertTrue(survivor.isRunning());
            assertFalse(victim.isRunning());
        }
    }

    @Test
    void aServerThatIsToldToEndFailsNoCall() throws Exception {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0);
                ServerProcess leaver = new ServerProcess(registry.target());
                ServerProcess stayer = new ServerProcess(registry.target());
                RpcClient client = RpcClient.connect(registry.target())) {
            Callers callers = new Callers(Shop.stub(client));
            callers.awaitCalls(2_000);
            leaver.end();
            callers.awaitCalls(2_000);
            callers.stop();
            assertEquals(List.of(), List.copyOf(callers.failures));
            assertTrue(stayer.isRunning());
        }
    }

    /** Time itself is what ends a lease in another process: there is nothing else to wait for. */
    private static void awaitLeaseEnd(long killed) throws InterruptedException {
        long left = LEASE_MILLIS + 2_000 - (System.nanoTime() - killed) / 1_000_000;
        assertFalse(new CountDownLatch(1).await(Math.max(1, left), TimeUnit.MILLISECONDS));
    }

    private static void assertWasInFlight(RpcException failure) {
        assertEquals(StatusCode.UNAVAILABLE, failure.code(), failure.getMessage());
        assertEquals(Processed.MAYBE, failure.status().processed(), failure.getMessage());
    }

    private static BlockingQueue<Socket> acceptAll(ServerSocket listening) {
        BlockingQueue<Socket> accepted = new LinkedBlockingQueue<>();
        Thread thread = new Thread(() -> {
            try {
                while (true) {
                    accepted.add(listening.accept());
                }
            } catch (IOException e) {
                // the test is over
            }
        });
        thread.setDaemon(true);
        thread.start();
        return accepted;
    }
}
