package resilience;

import io.rpcidl.registry.embedded.RegistryServer;
import java.io.IOException;

/** A registry in a JVM of its own, so that it can be killed. */
public final class RegistryProgram {

    private RegistryProgram() {}

    /** Serves until it is ended: the port, 0 for any. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", Integer.parseInt(args[0]))) {
            System.out.println("listening on 127.0.0.1:" + registry.port());
            Thread.currentThread().join();
        }
    }
}
