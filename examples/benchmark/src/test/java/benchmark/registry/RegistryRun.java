package benchmark.registry;

import io.rpcidl.registry.embedded.RegistryServer;
import java.io.IOException;

/** The registry that is measured. */
final class RegistryRun {

    private RegistryRun() {}

    /** Serves until its input ends; answers {@code cpu} and {@code heap}. */
    public static void main(String[] args) throws IOException {
        try (RegistryServer registry = RegistryServer.start("127.0.0.1", 0)) {
            Lines.say(registry.port());
            for (String word = Lines.next(); word != null; word = Lines.next()) {
                Lines.say(word.equals("cpu") ? Lines.cpu() : Lines.heap());
            }
        }
    }
}
