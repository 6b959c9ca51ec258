package io.rpcidl.registry.zookeeper;

import io.rpcidl.registry.tck.Backend;
import io.rpcidl.registry.tck.RegistryContract;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The contract of registries over three ZooKeepers, of which a majority is killed where it asks for a backend that stops. */
@EnabledIfSystemProperty(named = "long", matches = "true")
@Execution(ExecutionMode.SAME_THREAD)
class EnsembleContractTest extends RegistryContract {

    @TempDir
    static Path folder;

    private static Ensemble ensemble;

    @BeforeAll
    static void start() throws Exception {
        ensemble = Ensemble.start(folder);
    }

    @AfterAll
    static void stop() {
        ensemble.close();
    }

    @Override
    protected Backend backend() {
        return new Majority();
    }

    private static final class Majority extends ZooKeeperBackend {

        private boolean stopped;

        Majority() {
            super(ensemble.ports());
        }

        @Override
        public void stop() throws IOException {
            stopped = true;
            try {
                ensemble.kill(0);
                ensemble.kill(1);
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public void start() throws Exception {
            ensemble.start(0);
            ensemble.start(1);
            ensemble.awaitUp();
            stopped = false;
        }

        @Override
        public void close() throws IOException {
            super.close();
            if (stopped) { // the next test needs it
                try {
                    start();
                } catch (Exception e) {
                    throw new IOException(e);
                }
            }
        }
    }
}
