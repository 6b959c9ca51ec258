package quickstart;

import io.rpcidl.registry.Instance;
import io.rpcidl.registry.Registry;
import java.util.List;

/** What a registry says of a service. */
final class Seen implements Registry.Listener {

    private int servers; // guarded by this

    @Override
    public synchronized void instances(List<Instance> instances) {
        servers = instances.size();
        notifyAll();
    }

    @Override
    public void unreachable(String reason) {
        // what was seen stays; who waits for more runs into the test's timeout
    }

    /** Waits until there are so many servers. */
    synchronized void awaitServers(int count) throws InterruptedException {
        while (servers != count) {
            wait();
        }
    }
}
