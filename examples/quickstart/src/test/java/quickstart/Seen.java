package quickstart;

import io.rpcidl.runtime.registry.Instance;
import io.rpcidl.runtime.registry.Registry;
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
        throw new AssertionError(reason);
    }

    /** Waits until there are so many servers. */
    synchronized void awaitServers(int count) throws InterruptedException {
        while (servers != count) {
            wait();
        }
    }
}
