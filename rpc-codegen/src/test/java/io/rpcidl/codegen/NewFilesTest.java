package io.rpcidl.codegen;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewFilesTest {

    private static final GeneratedFile A = new GeneratedFile("shop/a.rpcidl", "package shop;\n");
    private static final GeneratedFile B = new GeneratedFile("b.rpcidl", "package b;\n");
    private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000);

    @TempDir
    private Path folder;

    @Test
    void writesIntoAFolderThatIsNotThere() throws IOException {
        Path none = folder.resolve("none/at/all");
        assertEquals(List.of(), new NewFiles(none).write(List.of(A, B)));
        assertEquals(A.content(), Files.readString(none.resolve(A.path())));
        assertEquals(B.content(), Files.readString(none.resolve(B.path())));
    }

    @Test
    void doesNotTouchWhatIsTheSame() throws IOException {
        Path file = Files.writeString(folder.resolve(B.path()), B.content());
        Files.setLastModifiedTime(file, LONG_AGO);
        assertEquals(List.of(), new NewFiles(folder).write(List.of(B)));
        new NewFiles(folder).overwrite(List.of(B));
        assertEquals(LONG_AGO, Files.getLastModifiedTime(file));
    }

    @Test
    void writesNothingIfOneDiffers() throws IOException {
        Path file = Files.write(folder.resolve(B.path()), new byte[] {'m', (byte) 0xE9});
        assertEquals(List.of(file), new NewFiles(folder).write(List.of(A, B)));
        assertEquals(2, Files.size(file));
        assertFalse(Files.exists(folder.resolve(A.path())));
    }

    @Test
    void overwritesWhatDiffersIfItShall() throws IOException {
        Path file = Files.writeString(folder.resolve(B.path()), "mine");
        new NewFiles(folder).overwrite(List.of(A, B));
        assertEquals(B.content(), Files.readString(file));
    }

    @Test
    void aFolderThatIsAFileIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("shop"), "");
        IOException problem = assertThrows(IOException.class, () -> new NewFiles(folder).write(List.of(A)));
        assertEquals(file + " is a file, where a folder should be", problem.getMessage());
    }
}
