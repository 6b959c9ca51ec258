package io.rpcidl.idl.corpus;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The Thrift files of other people's systems, beside the checkout; {@code -Dcorpus=DIR} names another place. */
public final class ThriftCorpus {

    private ThriftCorpus() {}

    /** Returns all files, in order of name; where the corpus is absent the test is skipped, or fails if {@code CI} is set. */
    public static List<Path> files() {
        return runs().stream().flatMap(Collection::stream).toList();
    }

    /** Returns the files by the run that imports them: those of a folder that include each other, each other one alone. */
    public static Collection<List<Path>> runs() {
        Path folder = folder();
        try (Stream<Path> all = Files.walk(folder)) {
            Map<Path, List<Path>> runs = new TreeMap<>();
            all.filter(each -> each.toString().endsWith(".thrift")).sorted().forEach(file -> {
                boolean alone = file.getParent().equals(folder);
                runs.computeIfAbsent(alone ? file : file.getParent(), key -> new ArrayList<>())
                        .add(file);
            });
            return runs.values();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path folder() {
        Path folder = Path.of(System.getProperty("corpus", "../../shared/corpus"), "thrift");
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
