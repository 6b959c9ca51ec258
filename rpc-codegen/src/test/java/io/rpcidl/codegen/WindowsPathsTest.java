package io.rpcidl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.rpcidl.codegen.OutputDirectory.Changes;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Writing where paths are those of Windows, in memory: no Windows is asked. */
class WindowsPathsTest {

    private static final GeneratedFile A = new GeneratedFile("shop/v1/A.java", "a\n");
    private static final GeneratedFile B = new GeneratedFile("shop/v2/B.java", "b\n");

    private FileSystem windows;
    private Path root;
    private OutputDirectory directory;

    @BeforeEach
    void open() {
        windows = Jimfs.newFileSystem(Configuration.windows());
        root = windows.getPath("C:\\work\\target\\rpcidl");
        directory = new OutputDirectory(root);
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    @Test
    void filesAreWrittenRememberedAndDeleted() throws IOException {
        Inputs inputs = new Inputs().with("contract shop/v1/shop.rpcidl", "package shop.v1;\n");
        directory = OutputDirectory.remembering(root, root, windows.getPath("C:\\work\\target\\state"));
        assertEquals(new Changes(2, 0, 0), directory.write(List.of(A, B), inputs));
        assertEquals("a\n", Files.readString(windows.getPath("C:\\work\\target\\rpcidl\\shop\\v1\\A.java")));
        assertEquals(List.of(), directory.outdated(inputs));
        assertEquals(new Changes(0, 1, 1), directory.write(List.of(A), inputs));
        assertFalse(Files.exists(root.resolve("shop\\v2")));
    }

    @Test
    void whatIsRememberedHasTheNamesOfEverySystem() throws IOException {
        directory.write(List.of(A));
        assertTrue(Files.readString(root.resolve(".rpcidl-files")).contains("shop/v1/A.java"));
    }

    @Test
    void aPathOfTheManifestThatLeadsOutIsNotDeleted() throws IOException {
        Path precious = Files.writeString(
                Files.createDirectories(windows.getPath("C:\\other")).resolve("mine"), "");
        directory.write(List.of(A));
        Path manifest = root.resolve(".rpcidl-files");
        for (String path : List.of("C:/other/mine", "C:other/mine", "..\\..\\..\\other\\mine", "/other/mine", "?")) {
            Files.writeString(manifest, Files.readString(manifest).replace("shop/v1/A.java", path));
            directory.write(List.of());
            assertTrue(Files.exists(precious), path);
            directory.write(List.of(A));
        }
    }

    @Test
    void aTypeWhoseNameDiffersFromAnOldOneInCaseAloneIsNotDeleted() throws IOException {
        directory.write(List.of(new GeneratedFile("shop/Sku.java", "old")));
        directory.write(List.of(new GeneratedFile("shop/SKU.java", "new")));
        assertEquals("new", Files.readString(root.resolve("shop/SKU.java")));
        assertEquals(new Changes(0, 1, 0), directory.write(List.of(new GeneratedFile("shop/SKU.java", "new"))));
    }

    @Test
    void newFilesAreWrittenAndComparedWithWhatIsThere() throws IOException {
        NewFiles files = new NewFiles(windows.getPath("C:\\work\\src"));
        assertEquals(List.of(), files.write(List.of(A, B)));
        assertEquals("b\n", Files.readString(windows.getPath("C:\\work\\src\\shop\\v2\\B.java")));
        assertEquals(
                List.of(windows.getPath("C:\\work\\src\\shop\\v1\\A.java")),
                files.write(List.of(new GeneratedFile(A.path(), "other"))));
    }
}
