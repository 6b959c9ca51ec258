package extending;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.rpcidl.registry.Registry;
import io.rpcidl.registry.tck.Backend;
import io.rpcidl.registry.tck.RegistryContract;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** What every registry has to do, with a folder behind it: that knows no leases, and never stops. */
class FolderRegistryTest extends RegistryContract {

    @TempDir
    Path folder;

    @Override
    protected Backend backend() {
        return new Backend() {
            @Override
            public Registry open() {
                return new FolderRegistry(folder);
            }

            @Override
            public void forget() throws IOException {
                try (Stream<Path> files = Files.list(folder)) {
                    for (Path file : files.toList()) {
                        Files.deleteIfExists(file);
                    }
                }
            }

            @Override
            public void put(String id, byte[] entry) throws IOException {
                Files.write(folder.resolve(URLEncoder.encode(id, UTF_8) + ".json"), entry);
            }

            @Override
            public void close() {}
        };
    }
}
