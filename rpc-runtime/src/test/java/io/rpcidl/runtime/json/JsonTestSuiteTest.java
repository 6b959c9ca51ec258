package io.rpcidl.runtime.json;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.runtime.testing.Corpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** nst/JSONTestSuite: what every reader must take ({@code y_}), and what none may ({@code n_}). */
class JsonTestSuiteTest {

    /** Valid by the grammar; RFC 8259 leaves it to the reader, and ours takes no object whose members are in doubt. */
    private static final Set<String> REFUSED_ON_PURPOSE =
            Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

    @Test
    void takesEveryRightDocument() throws IOException {
        List<Path> files = files("y_");
        assertAll(files.stream()
                .map(file -> () -> assertEquals(
                        !REFUSED_ON_PURPOSE.contains(file.getFileName().toString()), takes(file), file.toString())));
        assertEquals(95, files.size());
        System.out.println("JSONTestSuite: " + files.size() + " right documents");
    }

    @Test
    void refusesEveryWrongDocument() throws IOException {
        List<Path> files = files("n_");
        assertAll(files.stream().map(file -> () -> assertTrue(!takes(file), file.toString())));
        assertEquals(188, files.size());
        System.out.println("JSONTestSuite: " + files.size() + " wrong documents");
    }

    private static boolean takes(Path file) throws IOException {
        JsonReader in = new JsonReader(Files.readAllBytes(file));
        try {
            Codecs.ANY.read(in);
            in.end();
            return true;
        } catch (JsonException e) {
            return false;
        }
    }

    private static List<Path> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.walk(Corpus.folder("JSONTestSuite"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }
}
