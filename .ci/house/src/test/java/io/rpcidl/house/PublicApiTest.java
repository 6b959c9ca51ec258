package io.rpcidl.house;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each module's public API is written down in its {@code api.txt}. A change of it fails here until it is meant:
 * {@code mvn verify -Dapi.update=true} writes the files anew, and the difference is reviewed with the code.
 */
class PublicApiTest {

    @ParameterizedTest
    @CsvSource({
        "idl-grammar",
        "rpc-codegen",
        "rpc-maven-plugin",
        "rpc-json",
        "rpc-transport",
        "rpc-registry",
        "rpc-resilience",
        "rpc-call",
        "rpc-runtime",
        "extensions/jackson",
        "extensions/micrometer",
        "extensions/opentelemetry",
        "extensions/junit",
        "extensions/registry",
        "extensions/registry-tck",
        "extensions/zookeeper"
    })
    void isWhatIsWrittenDown(String module) throws IOException {
        Path root = Path.of("..", "..", module);
        String api = PublicApi.of(new ClassFileImporter().importPath(root.resolve("target/classes")));
        Path file = root.resolve("api.txt");
        if (Boolean.getBoolean("api.update")) {
            Files.writeString(file, api);
        }
        assertEquals(
                Files.readString(file),
                api,
                "the public API of " + module + " has changed: if it is meant, run mvn verify -Dapi.update=true");
    }
}
