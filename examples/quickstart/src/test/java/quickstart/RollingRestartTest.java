package quickstart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.registry.Registries;
import io.rpcidl.registry.Registry;
import io.rpcidl.registry.embedded.RegistryServer;
import io.rpcidl.runtime.client.RpcClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import shop.v1.Shop;

/**
 * Every server is replaced, one after the other, while eight threads call: no call fails. Two servers by default; with
 * {@code -Dlong=true}, as CI does, three.
 */
@Timeout(120)
class RollingRestartTest {

    private static final int SERVERS = Boolean.getBoolean("long") ? 3 : 2;

    @Test
    void failsNoCall() throws Exception {
        Deque<ServerProcess> servers = new ArrayDeque<>();
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0);
                Registry watching = Registries.open(registry.target());
                RpcClient client = RpcClient.connect(registry.target())) {
            Seen seen = new Seen();
            watching.watch("shop.v1.Shop", seen);
            for (int i = 0; i < SERVERS; i++) {
                servers.add(new ServerProcess(registry.target()));
            }
            seen.awaitServers(SERVERS);
            Callers callers = new Callers(Shop.stub(client));
            callers.awaitCalls(2_000);
            for (int i = 0; i < SERVERS; i++) {
                ServerProcess old = servers.remove();
                old.end();
                callers.awaitCalls(1_000);
                servers.add(new ServerProcess(registry.target()));
                seen.awaitServers(SERVERS); // and so do the callers, who are told at the same time
                callers.awaitCalls(1_000);
            }
            callers.stop();
            assertEquals(List.of(), List.copyOf(callers.failures));
            assertTrue(servers.stream().allMatch(ServerProcess::isRunning));
        } finally {
            servers.forEach(ServerProcess::close);
        }
    }
}
