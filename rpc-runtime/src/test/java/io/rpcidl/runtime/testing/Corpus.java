package io.rpcidl.runtime.testing;

import static org.junit.jupiter.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Inputs that no one here wrote, beside the checkout; {@code -Dcorpus=DIR} names another place. */
public final class Corpus {

    private Corpus() {}

    /** Returns a folder of the corpus; where it is absent the test is skipped, or fails if {@code CI} is set. */
    public static Path folder(String name) {
        Path folder = Path.of(System.getProperty("corpus", "../../shared/corpus"), name);
        if (!Files.isDirectory(folder)) {
            String message = "no corpus at " + folder + ": name its place with -Dcorpus=DIR";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        return folder;
    }
}
