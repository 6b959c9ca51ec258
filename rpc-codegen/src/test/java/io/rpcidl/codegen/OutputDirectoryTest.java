package io.rpcidl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.codegen.OutputDirectory.Changes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutputDirectoryTest {

    private static final GeneratedFile A = new GeneratedFile("shop/v1/A.java", "a\n");
    private static final GeneratedFile B = new GeneratedFile("shop/v1/B.java", "b\n");
    private static final GeneratedFile DEEP = new GeneratedFile("shop/v2/deep/C.java", "ü\n");
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path parent;

    private Path root;
    private OutputDirectory directory;

    @BeforeEach
    void begin() {
        root = parent.resolve("new/output");
        directory = new OutputDirectory(root);
    }

    @Test
    void makesTheFolderAndWritesTheFilesInUtf8() throws IOException {
        assertEquals(new Changes(2, 0, 0), directory.write(List.of(A, DEEP)));
        assertEquals("a\n", Files.readString(root.resolve(A.path())));
        assertEquals("ü\n", Files.readString(root.resolve(DEEP.path())));
    }

    @Test
    void doesNotTouchWhatIsUnchanged() throws IOException {
        directory.write(List.of(A, B));
        for (Path file : files()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
        assertEquals(new Changes(0, 2, 0), directory.write(List.of(A, B)));
        for (GeneratedFile each : List.of(A, B)) {
            assertEquals(LONG_AGO, Files.getLastModifiedTime(root.resolve(each.path())), each.path());
        }
    }

    @Test
    void rewritesWhatChanged() throws IOException {
        directory.write(List.of(A, B));
        Files.setLastModifiedTime(root.resolve(A.path()), LONG_AGO);
        GeneratedFile newer = new GeneratedFile(B.path(), "longer than before\n");
        assertEquals(new Changes(1, 1, 0), directory.write(List.of(A, newer)));
        assertEquals(newer.content(), Files.readString(root.resolve(B.path())));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(root.resolve(A.path())));
    }

    @Test
    void restoresWhatSomebodyChangedOrDeleted() throws IOException {
        directory.write(List.of(A, B));
        Files.writeString(root.resolve(A.path()), "edited");
        Files.delete(root.resolve(B.path()));
        assertEquals(new Changes(2, 0, 0), directory.write(List.of(A, B)));
    }

    @Test
    void deletesWhatIsNoLongerGeneratedAndTheFoldersThatItLeavesEmpty() throws IOException {
        directory.write(List.of(A, B, DEEP));
        assertEquals(new Changes(0, 1, 2), directory.write(List.of(A)));
        assertEquals(List.of(".rpcidl-files", "shop/v1/A.java"), names());
        assertFalse(Files.exists(root.resolve("shop/v2")));
    }

    @Test
    void leavesFilesOfOtherOriginAlone() throws IOException {
        directory.write(List.of(A, DEEP));
        Path foreign = root.resolve("shop/v2/Foreign.java");
        Files.writeString(foreign, "mine");
        assertEquals(new Changes(0, 0, 2), directory.write(List.of()));
        assertEquals(List.of("shop/v2/Foreign.java"), names());
    }

    @Test
    void aManifestThatNamesFilesOutsideIsHarmless() throws IOException {
        directory.write(List.of(A));
        Path outside = Files.writeString(parent.resolve("precious"), "precious");
        Path beside = Files.writeString(root.resolve("kept"), "kept");
        List<String> hostile = List.of("../../precious", outside.toString(), "shop/../../../precious", "", ".", "a\0b");
        Files.write(root.resolve(".rpcidl-files"), hostile);
        directory.write(List.of(A));
        assertTrue(Files.exists(outside));
        assertTrue(Files.exists(beside));
    }

    @Test
    void aManifestThatIsNotTextIsHarmless() throws IOException {
        directory.write(List.of(A));
        Files.write(root.resolve(".rpcidl-files"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        assertEquals(new Changes(0, 1, 0), directory.write(List.of(A)));
    }

    @Test
    void aFolderInPlaceOfAStaleFileIsLeftAlone() throws IOException {
        directory.write(List.of(A, B));
        Files.delete(root.resolve(B.path()));
        Path inside = root.resolve(B.path()).resolve("mine");
        Files.createDirectories(inside.getParent());
        Files.writeString(inside, "mine");
        directory.write(List.of(A));
        assertTrue(Files.exists(inside));
    }

    /** A folder where a file should be stops the run half-way, as a full disk would. */
    @Test
    void whatAnInterruptedRunWroteIsKnownToTheNextOne() throws IOException {
        directory.write(List.of(A));
        Path obstacle = Files.createDirectories(root.resolve(DEEP.path()));
        assertThrows(IOException.class, () -> directory.write(List.of(B, DEEP)));
        assertTrue(Files.exists(root.resolve(B.path())));
        assertFalse(Files.exists(root.resolve(A.path())));

        Files.delete(obstacle);
        assertEquals(new Changes(0, 0, 1), directory.write(List.of()));
        assertEquals(List.of(), names());
    }

    @Test
    void twoFilesOfOnePathAreABug() {
        assertThrows(IllegalArgumentException.class, () -> directory.write(List.of(A, A)));
        assertFalse(Files.exists(root));
    }

    @Test
    void noPathLeadsOutOfTheFolder() {
        for (String path : List.of("", "/etc/passwd", "../x", "a/../../x", "a/..", "..", "a\\..\\..\\x")) {
            assertThrows(IllegalArgumentException.class, () -> new GeneratedFile(path, ""), path);
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            return paths.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private List<String> names() throws IOException {
        return files().stream()
                .map(file -> root.relativize(file).toString().replace('\\', '/'))
                .toList();
    }
}
