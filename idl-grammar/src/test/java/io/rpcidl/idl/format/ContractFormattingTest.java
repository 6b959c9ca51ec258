package io.rpcidl.idl.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.rpcidl.idl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContractFormattingTest {

    private static final String UGLY = "package  a ;\r\nstruct A{}";
    private static final String PRETTY = "package a;\n\nstruct A {}\n";

    @TempDir
    private Path temp;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectory(temp.resolve("contracts"));
    }

    @Test
    void rewritesWhatIsNotFormattedAndTouchesNothingElse() throws IOException {
        Path ugly = write("ugly.rpcidl", UGLY);
        Path pretty = write("pretty.rpcidl", PRETTY);
        Path other = write("other.txt", UGLY);
        FileTime time = FileTime.fromMillis(1_000_000);
        Files.setLastModifiedTime(pretty, time);
        ContractFormatting.Result result = ContractFormatting.rewrite(List.of(folder));
        assertEquals(new ContractFormatting.Result(List.of(name(ugly)), 1, List.of()), result);
        assertEquals(PRETTY, Files.readString(ugly));
        assertEquals(time, Files.getLastModifiedTime(pretty));
        assertEquals(UGLY, Files.readString(other));
        assertEquals(3, count());
        assertEquals(2, ContractFormatting.rewrite(List.of(folder)).unchanged());
    }

    @Test
    void aCheckWritesNothing() throws IOException {
        Path ugly = write("ugly.rpcidl", UGLY);
        write("pretty.rpcidl", PRETTY);
        ContractFormatting.Result result = ContractFormatting.check(List.of(folder));
        assertEquals(new ContractFormatting.Result(List.of(name(ugly)), 1, List.of()), result);
        assertEquals(UGLY, Files.readString(ugly));
    }

    @Test
    void aByteOrderMarkIsDropped() throws IOException {
        Path file = write("a.rpcidl", "\uFEFF" + PRETTY);
        assertEquals(
                List.of(name(file)), ContractFormatting.rewrite(List.of(file)).changed());
        assertEquals(PRETTY, Files.readString(file));
    }

    @Test
    void whatCannotBeFormattedStaysAsItIs() throws IOException {
        Path broken = write("broken.rpcidl", "package a; struct {");
        byte[] bytes = {'p', (byte) 0xFF};
        Path binary = Files.write(folder.resolve("binary.rpcidl"), bytes);
        Path ugly = write("ugly.rpcidl", UGLY);
        ContractFormatting.Result result = ContractFormatting.rewrite(List.of(folder, temp.resolve("missing")));
        assertEquals(List.of(name(ugly)), result.changed());
        assertEquals(List.of("RI0002", "RI0020", "RI0001"), ids(result));
        assertEquals("package a; struct {", Files.readString(broken));
        assertArrayEquals(bytes, Files.readAllBytes(binary));
    }

    @Test
    void permissionsStay() throws IOException {
        assumeTrue(FileSystems.getDefault().supportedFileAttributeViews().contains("posix"), "no POSIX permissions");
        Path file = write("a.rpcidl", UGLY);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-r-x"));
        ContractFormatting.rewrite(List.of(folder));
        assertEquals(PRETTY, Files.readString(file));
        assertEquals("rw-rw-r-x", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }

    @Test
    void aLinkStaysOneAndLeadsNotOutside() throws IOException {
        Path outside = Files.writeString(temp.resolve("outside.rpcidl"), UGLY);
        Path inside = write("sub/inside.rpcidl", UGLY);
        Path out = Files.createSymbolicLink(folder.resolve("out.rpcidl"), outside);
        Path in = Files.createSymbolicLink(folder.resolve("in.rpcidl"), inside);
        ContractFormatting.Result result = ContractFormatting.rewrite(List.of(folder));
        assertEquals(List.of(name(in)), result.changed());
        assertEquals(List.of("RI0006"), ids(result));
        assertTrue(result.diagnostics().get(0).message().contains("outside of what is to be formatted"));
        assertEquals(UGLY, Files.readString(outside));
        assertEquals(PRETTY, Files.readString(inside));
        assertTrue(Files.isSymbolicLink(in));
        assertEquals(
                List.of(name(out)), ContractFormatting.rewrite(List.of(out)).changed());
        assertEquals(PRETTY, Files.readString(outside));
        assertTrue(Files.isSymbolicLink(out));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }

    private long count() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }

    private static String name(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static List<String> ids(ContractFormatting.Result result) {
        return result.diagnostics().stream()
                .map(Diagnostic::code)
                .map(Object::toString)
                .toList();
    }
}
