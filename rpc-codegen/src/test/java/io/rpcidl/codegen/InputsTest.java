package io.rpcidl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an output folder knows of that from which it was made. */
class InputsTest {

    private static final GeneratedFile FILE = new GeneratedFile("a/A.java", "class A {}\n");

    @TempDir
    private Path folder;

    private Path root;

    @BeforeEach
    void begin() {
        root = folder.resolve("output");
    }

    @Test
    void asTextTheyAreALineEach() {
        Inputs inputs = new Inputs().with("target", "java").with("contract shop  a.rpcidl", "package a;\n");
        assertEquals("11  contract shop  a.rpcidl\n4  target\n", inputs.toText().replaceAll("-[0-9a-f]+", ""));
        assertEquals(List.of(), inputs.differences(Inputs.parse(inputs.toText())));
    }

    @Test
    void whatIsNewChangedOrGoneIsSaid() {
        Inputs before = new Inputs().with("a", "1").with("b", "1").with("c", "1");
        Inputs now = new Inputs().with("b", "1").with("c", "2").with("d", "1");
        assertEquals(List.of("c has changed", "d is new", "a is gone"), now.differences(before));
    }

    @Test
    void textThatIsNoneOfOursIsPassedOver() {
        assertTrue(Inputs.parse("").isEmpty());
        assertTrue(Inputs.parse("anything\n\n  \n").isEmpty());
    }

    @Test
    void aNameIsOneLineWhateverAJarCallsItsEntries() {
        Inputs inputs = new Inputs().with("contract a\nb", "x");
        assertEquals(List.of("a?b"), inputs.names("contract "));
        assertEquals(List.of(), inputs.differences(Inputs.parse(inputs.toText())));
    }

    @Test
    void whatIsOutdatedIsGoneOrDifferent() {
        Inputs before =
                new Inputs().with("contract a", "1").with("contract b", "1").with("contract c", "1");
        Inputs now =
                new Inputs().with("contract a", "1").with("contract b", "2").with("contract d", "1");
        assertEquals(List.of("b", "c"), now.outdated(before, "contract "));
    }

    @Test
    void withoutItsListOfFilesAFolderIsNotKnown() throws IOException {
        OutputDirectory output = OutputDirectory.remembering(root, root, folder.resolve("state"));
        Inputs inputs = new Inputs().with("target", "java");
        output.write(List.of(FILE), inputs);
        Files.delete(root.resolve(".rpcidl-files"));
        assertEquals(List.of("no former run is known in " + root), output.outdated(inputs));
    }

    @Test
    void aFolderSaysWhyItIsOutdated() throws IOException {
        OutputDirectory output = OutputDirectory.remembering(root, root, folder.resolve("state"));
        Inputs inputs = new Inputs().with("target", "java");
        assertEquals(List.of("no former run is known in " + root), output.outdated(inputs));
        output.write(List.of(FILE), inputs);
        assertEquals(List.of(), output.outdated(inputs));
        Files.writeString(root.resolve(FILE.path()), "class A { }\n");
        assertEquals(List.of(root.resolve(FILE.path()) + " was changed by somebody else"), output.outdated(inputs));
        Files.delete(root.resolve(FILE.path()));
        assertEquals(List.of(root.resolve(FILE.path()) + " is gone"), output.outdated(inputs));
    }

    @Test
    void whoDoesNotSayFromWhatIsNeverUpToDate() throws IOException {
        OutputDirectory output = OutputDirectory.remembering(root, root, folder.resolve("state"));
        Inputs inputs = new Inputs().with("target", "java");
        output.write(List.of(FILE), inputs);
        output.write(List.of(FILE));
        assertEquals(List.of("no former run is known in " + root), output.outdated(inputs));
    }
}
