package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Thrift contracts of other people's systems, beside the checkout; {@code -Dcorpus=DIR} names another place. */
final class ThriftCorpus {

    private ThriftCorpus() {}

    /**
     * Returns the files by the run that imports them: those of a folder that include each other together, others alone.
     * Where the corpus is absent the test is skipped, or fails if {@code CI} is set.
     */
    static Map<String, List<Path>> runs() throws IOException {
        Path folder = Path.of(System.getProperty("corpus", "../../shared/corpus"), "thrift");
        if (!Files.isDirectory(folder)) {
            String message = "no corpus at " + folder + ": name its place with -Dcorpus=DIR";
            if (System.getenv("CI") != null) {
                fail(message);
            }
            Assumptions.abort(message);
        }
        Map<String, List<Path>> runs = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(each -> each.toString().endsWith(".thrift")).sorted().forEach(file -> {
                boolean alone = file.getParent().equals(folder);
                String name = (alone ? file : file.getParent()).getFileName().toString();
                runs.computeIfAbsent(name, key -> new ArrayList<>()).add(file.toAbsolutePath());
            });
        }
        return runs;
    }
}
