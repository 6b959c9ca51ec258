package io.rpcidl.registry.tck;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * What {@link io.rpcidl.registry.Registry} promises, as tests. Who writes a registry extends it:
 *
 * <pre>{@code
 * class FolderRegistryTest extends RegistryContract {
 *     @TempDir
 *     Path folder;
 *
 *     @Override
 *     protected Backend backend() {
 *         return new Backend() {
 *             @Override
 *             public Registry open() {
 *                 return new FolderRegistry(folder);
 *             }
 *
 *             @Override
 *             public void close() {}
 *         };
 *     }
 * }
 * }</pre>
 *
 * A backend that also overrides the other methods of {@link Backend} is put to more tests. They wait for what is to be seen, for
 * half a minute beyond the lease, and never just for time to pass; and they may run at the same time, where JUnit is told so.
 */
@Timeout(180)
@Execution(ExecutionMode.CONCURRENT)
@ExtendWith(BenchOfATest.class)
public abstract class RegistryContract
        implements Announcing, Following, Crowds, Leases, Outages, Remembering, BadEntries {

    /** For those who extend it. */
    protected RegistryContract() {}

    /** Returns a backend that is new, for one test; it is closed after it. */
    protected abstract Backend backend() throws Exception;
}
