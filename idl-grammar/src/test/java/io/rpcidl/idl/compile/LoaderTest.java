package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticRenderer;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoaderTest {

    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = Files.createDirectory(temporary.resolve("root"));
    }

    @Test
    void readsFoldersInOrderOfName() throws IOException {
        write("b/two.rpcidl", "2");
        write("a.rpcidl", "1");
        write("b/notes.txt", "no");
        write("b/c/three.rpcidl", "3");
        assertEquals(List.of("a.rpcidl", "b/c/three.rpcidl", "b/two.rpcidl"), names(Loader.load(List.of(root))));
    }

    @Test
    void readsAFileOnceHoweverManyWaysLeadToIt() throws IOException {
        Path file = write("b/two.rpcidl", "2");
        Files.createSymbolicLink(root.resolve("b/link.rpcidl"), file);
        assertEquals(List.of("b/link.rpcidl"), names(Loader.load(List.of(root, file, root.resolve("b")))));
    }

    @Test
    void knowsWhereAFileStandsBelowItsRoot() throws IOException {
        Path file = write("b/c/three.rpcidl", "3");
        assertEquals("b/c/three.rpcidl", path(root));
        assertEquals("three.rpcidl", path(file));
        assertEquals("b/c/three.rpcidl", path(root, root.resolve("b")), "of two roots the one that holds the other");
        assertEquals("b/c/three.rpcidl", path(root.resolve("b"), root));
    }

    private static String path(Path... roots) {
        return Loader.load(List.of(roots)).sources().get(0).path();
    }

    @Test
    void doesNotRunInCircles() throws IOException {
        write("b/two.rpcidl", "2");
        Files.createSymbolicLink(root.resolve("b/loop"), root);
        Loader.Result result = Loader.load(List.of(root));
        assertEquals(List.of("b/two.rpcidl"), names(result));
        assertEquals(List.of(), result.diagnostics());
    }

    @Test
    void passesOverAByteOrderMark() throws IOException {
        write("a.rpcidl", "\uFEFFpackage a;");
        assertEquals("package a;", Loader.load(List.of(root)).sources().get(0).text());
    }

    @Test
    void reportsWhatIsNotThere() throws IOException {
        Files.createDirectory(root.resolve("folder.rpcidl"));
        Files.createSymbolicLink(root.resolve("gone.rpcidl"), root.resolve("nowhere"));
        Loader.Result result = Loader.load(List.of(root, root.resolve("missing")));
        assertEquals(
                List.of(
                        "gone.rpcidl:1:1: error[RI0001]: it is not a regular file",
                        "missing:1:1: error[RI0001]: it cannot be read: it does not exist"),
                lines(result));
    }

    @Test
    void reportsAFileThatIsTooLarge() throws IOException {
        Files.write(root.resolve("a.rpcidl"), new byte[8 * 1024 * 1024 + 1]);
        assertEquals(
                List.of("a.rpcidl:1:1: error[RI0003]: the file has more than 8388608 bytes"),
                lines(Loader.load(List.of(root))));
    }

    @Test
    void reportsTooMuchTextInAll() throws IOException {
        byte[] spaces = " ".repeat(8 * 1024 * 1024).getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 10; i++) {
            Files.write(root.resolve(i + ".rpcidl"), spaces);
        }
        assertEquals(
                List.of(
                        "9.rpcidl:1:1: error[RI0004]: there are more than 67108864 bytes in all files; the rest is left out"),
                lines(Loader.load(List.of(root))));
    }

    @Test
    void reportsTooManyFiles() throws IOException {
        for (int i = 0; i <= 10; i++) {
            write(i + ".rpcidl", "");
        }
        assertTrue(SourceFinder.find(List.of(root), "", 10).tooMany());
        assertEquals(11, SourceFinder.find(List.of(root), "", 11).entries().size());
    }

    @Test
    void placesTheFirstByteThatIsNotUtf8() throws IOException {
        Files.write(root.resolve("a.rpcidl"), new byte[] {'o', 'k', '\n', (byte) 0xC3, (byte) 0xA9, (byte) 0xC3});
        Files.write(root.resolve("b.rpcidl"), new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        assertEquals(
                List.of(
                        "a.rpcidl:2:2: error[RI0002]: the file is not UTF-8: byte 0xC3 at offset 5",
                        "b.rpcidl:1:1: error[RI0002]: the file is not UTF-8: byte 0xED at offset 0"),
                lines(Loader.load(List.of(root))));
    }

    @Test
    void aFileThatCannotBeReadIsNoReasonForFurtherComplaints() throws IOException {
        Files.write(root.resolve("a.rpcidl"), new byte[] {(byte) 0xFF});
        write("b.rpcidl", "package b; import a.{T}; struct S { t: T; }");
        assertEquals(1, Compiler.compileRoots(List.of(root)).diagnostics().size());
    }

    private Path write(String name, String text) throws IOException {
        Path file = root.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private List<String> names(Loader.Result result) {
        return result.sources().stream()
                .map(SourceFile::name)
                .map(this::withoutRoot)
                .toList();
    }

    private List<String> lines(Loader.Result result) {
        List<Diagnostic> all = result.diagnostics();
        return all.stream()
                .map(DiagnosticRenderer::renderLine)
                .map(this::withoutRoot)
                .collect(Collectors.toList());
    }

    private String withoutRoot(String text) {
        return text.replace(root.toString().replace('\\', '/') + "/", "");
    }
}
