package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import io.rpcidl.idl.format.ContractFormatting;
import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.idl.thrift.ThriftImport;
import io.rpcidl.idl.thrift.ThriftImporter;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading and formatting where paths are those of Windows, in memory: no Windows is asked. */
class WindowsPathsTest {

    private FileSystem windows;
    private Path root;

    @BeforeEach
    void open() throws IOException {
        windows = Jimfs.newFileSystem(Configuration.windows());
        root = windows.getPath("C:\\work\\rpcidl");
        write("C:\\work\\rpcidl\\shop\\v1\\shop.rpcidl", "package shop.v1;\nstruct A{}\n");
    }

    @AfterEach
    void close() throws IOException {
        windows.close();
    }

    @Test
    void namesAndPathsHaveSlashes() {
        Loader.Result loaded = Loader.load(List.of(root));
        assertEquals(List.of(), loaded.diagnostics());
        SourceFile file = loaded.sources().get(0);
        assertEquals("C:/work/rpcidl/shop/v1/shop.rpcidl", file.name());
        assertEquals("shop/v1/shop.rpcidl", file.path());
    }

    @Test
    void aFileIsReadOnceHoweverItsNameIsWritten() {
        Loader.Result loaded = Loader.load(List.of(root, windows.getPath("c:\\WORK\\RpcIdl")));
        assertEquals(1, loaded.sources().size(), loaded.sources().toString());
    }

    @Test
    void diagnosticsNameFilesWithSlashes() throws IOException {
        write("C:\\work\\rpcidl\\b.rpcidl", "package b;\nstruct A { x: strng; }\n");
        String line = Compiler.compileRoots(List.of(root)).diagnostics().get(0).toString();
        assertTrue(line.startsWith("C:/work/rpcidl/b.rpcidl:2:"), line);
    }

    @Test
    void contractsInJarsAreRead() throws IOException {
        Path jar = windows.getPath("C:\\work\\lib.jar");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(jar))) {
            zip.putNextEntry(new ZipEntry("META-INF/rpcidl/lib.rpcidl"));
            zip.write("package lib;\n".getBytes());
        }
        Loader.Result loaded = Loader.load(List.of(jar));
        assertEquals(List.of(), loaded.diagnostics());
        assertEquals(
                "C:/work/lib.jar!/META-INF/rpcidl/lib.rpcidl",
                loaded.sources().get(0).name());
    }

    @Test
    void contractsAreFormatted() throws IOException {
        ContractFormatting.Result result = ContractFormatting.rewrite(List.of(root));
        assertEquals(
                new ContractFormatting.Result(List.of("C:/work/rpcidl/shop/v1/shop.rpcidl"), 0, List.of()), result);
        assertEquals(
                "package shop.v1;\n\nstruct A {}\n",
                Files.readString(windows.getPath("C:\\work\\rpcidl\\shop\\v1\\shop.rpcidl")));
    }

    @Test
    void thriftIsImportedWithWhatItIncludes() throws IOException {
        write("C:\\work\\common\\money.thrift", "namespace java money\nstruct Money { 1: i64 units }\n");
        Path shop = write(
                "C:\\work\\shop.thrift",
                "namespace java shop\ninclude \"common/money.thrift\"\nstruct P { 1: money.Money price }\n");
        ThriftImport found = ThriftImporter.importFiles(List.of(shop), List.of());
        assertEquals(List.of(), found.diagnostics());
        assertEquals(
                List.of("money/money.rpcidl", "shop/shop.rpcidl"),
                found.contracts().stream().map(each -> each.path()).toList());
    }

    private Path write(String name, String text) throws IOException {
        Path file = windows.getPath(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
