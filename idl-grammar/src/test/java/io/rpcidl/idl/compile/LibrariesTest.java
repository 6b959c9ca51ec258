package io.rpcidl.idl.compile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.model.ContractPackage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Contracts that come from jars and from other folders, by package. */
class LibrariesTest {

    private static final String MONEY = "package common;\nstruct Money { units: int64; }\n";
    private static final String SHOP = "package shop;\nimport common.{Money};\nstruct Price { money: Money; }\n";

    @TempDir
    Path temporary;

    private Path root;

    @BeforeEach
    void makeRoot() throws IOException {
        root = write("root/shop.rpcidl", SHOP).getParent();
    }

    @Test
    void aPackageComesFromAJar() throws IOException {
        Path jar =
                jar("common.jar", Map.of("META-INF/rpcidl/money.rpcidl", MONEY, "other/money.rpcidl", "no contract"));
        Compilation compilation = Compiler.compileRoots(List.of(root), List.of(jar));
        assertEquals(List.of(), compilation.diagnostics());
        assertEquals(
                List.of("common", "shop"),
                names(compilation.schema().orElseThrow().packages()));
        assertEquals(List.of("shop"), names(compilation.packages()));
        assertEquals(Set.of("shop"), compilation.own());
    }

    @Test
    void aFileSaysWhatItImportsAndWhereItStandsInItsJar() throws IOException {
        Path jar = jar("common.jar", Map.of("META-INF/rpcidl/common/money.rpcidl", MONEY));
        write(
                "root/more/prices.rpcidl",
                "package shop;\nimport common.{Money};\nimport common as c;\n"
                        + "struct Prices { a: Money; b: c.Money; }\n");
        Compilation compilation = Compiler.compileRoots(List.of(root), List.of(jar));
        assertEquals(
                List.of(
                        "common/money.rpcidl: common []",
                        "more/prices.rpcidl: shop [common]",
                        "shop.rpcidl: shop [common]"),
                compilation.schema().orElseThrow().files().stream()
                        .map(file -> file.span().file().path() + ": " + file.packageName() + " " + file.imports())
                        .sorted()
                        .toList());
    }

    @Test
    void aPackageComesFromAFolderOfClasses() throws IOException {
        write("classes/META-INF/rpcidl/common/money.rpcidl", MONEY);
        write("classes/other.rpcidl", "no contract");
        Compilation compilation = Compiler.compileRoots(List.of(root), List.of(temporary.resolve("classes")));
        assertEquals(List.of(), compilation.diagnostics());
    }

    @Test
    void aPackageComesFromAnotherSourceRootAndThroughOthers() throws IOException {
        write("second/shop.rpcidl", "package common;\nimport base.{Unit};\nstruct Money { unit: Unit; }\n");
        write("third/base.rpcidl", "package base;\nenum Unit { EUR }\n");
        List<Path> libraries = List.of(temporary.resolve("third"), temporary.resolve("second"));
        Compilation compilation = Compiler.compileRoots(List.of(root), libraries);
        assertEquals(List.of(), compilation.diagnostics());
        assertEquals(
                List.of("base", "common", "shop"),
                names(compilation.schema().orElseThrow().packages()));
    }

    @Test
    void whatNobodyImportsMayBeBroken() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("META-INF/rpcidl/money.rpcidl", MONEY);
        files.put("META-INF/rpcidl/broken.rpcidl", "package broken;\nstruct {");
        Compilation compilation = Compiler.compileRoots(List.of(root), List.of(jar("common.jar", files)));
        assertEquals(List.of(), compilation.diagnostics());
    }

    @Test
    void whatIsImportedIsSaidToBeBrokenWhereItStands() throws IOException {
        Path jar = jar(
                "common.jar",
                Map.of("META-INF/rpcidl/money.rpcidl", "package common;\nstruct Money { units: int46; }\n"));
        assertEquals(
                List.of(jar + "!/META-INF/rpcidl/money.rpcidl:2:23: error[RI0123]: unknown type 'int46'"
                        + " (did you mean 'int64'?)"),
                lines(Compiler.compileRoots(List.of(root), List.of(jar))));
    }

    @Test
    void aPackageComesFromOnePlaceOnly() throws IOException {
        Path own = write("root/money.rpcidl", MONEY);
        Path jar = jar("common.jar", Map.of("META-INF/rpcidl/money.rpcidl", MONEY));
        assertEquals(
                List.of(own + ":1:9: error[RI0037]: the package common is also in the library " + jar
                        + " (give one of them another name, or leave one of the two out)"),
                lines(Compiler.compileRoots(List.of(root), List.of(jar))));
        Files.delete(own);
        Path second = jar("second.jar", Map.of("META-INF/rpcidl/money.rpcidl", MONEY));
        assertEquals(
                List.of(jar + "!/META-INF/rpcidl/money.rpcidl:1:9: error[RI0037]: the package common is also in the"
                        + " library " + second + " (give one of them another name, or leave one of the two out)"),
                lines(Compiler.compileRoots(List.of(root), List.of(jar, second))));
    }

    @Test
    void aDamagedJarIsSaidToBeSo() throws IOException {
        Path jar = write("common.jar", "PK\u0003\u0004 but no jar");
        List<String> lines = lines(Compiler.compileRoots(List.of(root), List.of(jar)));
        assertEquals(1, lines.size(), lines.toString());
        assertTrue(lines.get(0).startsWith(jar + ":1:1: error[RI0001]: the jar cannot be read: "), lines.get(0));
    }

    /** The JDK opens no jar that holds such an entry; nothing is ever unpacked. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "META-INF/rpcidl/../../../../evil.rpcidl",
                "../../evil.rpcidl",
                "META-INF/rpcidl/..",
            })
    void anEntryThatLeadsOutOfItsJarIsReadFromNowhereElse(String name) throws IOException {
        write("evil.rpcidl", "package evil;\n");
        Path jar =
                jar("deep/down/common.jar", Map.of("META-INF/rpcidl/money.rpcidl", MONEY, name, "package inside;\n"));
        Compilation compilation = Compiler.compileRoots(List.of(root), List.of(jar));
        for (Diagnostic each : compilation.diagnostics()) {
            assertTrue(each.toString().contains("common.jar"), each.toString());
        }
        assertTrue(compilation.schema().stream()
                .flatMap(schema -> schema.packages().stream())
                .noneMatch(each -> each.name().equals("evil")));
        try (Stream<Path> files = Files.walk(temporary)) {
            assertEquals(
                    List.of("common.jar", "evil.rpcidl", "shop.rpcidl"),
                    files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString())
                            .sorted()
                            .toList());
        }
    }

    @Test
    void aFileInAJarIsReadNoFurtherThanItsLimit() throws IOException {
        Path jar = temporary.resolve("bomb.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            byte[] spaces = " ".repeat(1 << 20).getBytes(StandardCharsets.UTF_8);
            for (int file = 0; file < 20; file++) {
                zip.putNextEntry(new ZipEntry("META-INF/rpcidl/" + (char) ('a' + file) + ".rpcidl"));
                for (int i = 0; i < (file == 0 ? 100 : 9); i++) {
                    zip.write(spaces); // of which a kilobyte is left in the jar
                }
            }
        }
        assertTrue(Files.size(jar) < 4 << 20);
        List<String> lines = lines(Compiler.compileRoots(List.of(root), List.of(jar)));
        String first = jar + "!/META-INF/rpcidl/";
        assertTrue(
                lines.contains(first + "a.rpcidl:1:1: error[RI0003]: the file has more than 8388608 bytes"),
                "" + lines);
        assertTrue(
                lines.stream().anyMatch(line -> line.contains("there are more than 67108864 bytes in all files")),
                "" + lines);
        assertTrue(lines.size() < 12, "" + lines);
    }

    @Test
    void aJarWithoutContractsIsPassedOver() throws IOException {
        Path money = write("money/money.rpcidl", MONEY).getParent();
        Path jar = jar("empty.jar", Map.of("some/Class.class", ""));
        assertEquals(List.of(), lines(Compiler.compileRoots(List.of(root), List.of(jar, money))));
    }

    @Test
    void aJarCanBeCompiledItself() throws IOException {
        Path jar = jar("common.jar", Map.of("META-INF/rpcidl/money.rpcidl", MONEY));
        assertEquals(
                List.of("common"), names(Compiler.compileRoots(List.of(jar)).packages()));
    }

    private Path write(String name, String text) throws IOException {
        Path file = temporary.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private Path jar(String name, Map<String, String> files) throws IOException {
        Path jar = temporary.resolve(name);
        Files.createDirectories(jar.getParent());
        try (OutputStream out = Files.newOutputStream(jar);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(each.getKey()));
                zip.write(each.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }

    private static List<String> names(List<ContractPackage> packages) {
        return packages.stream().map(ContractPackage::name).toList();
    }

    private static List<String> lines(Compilation compilation) {
        return compilation.diagnostics().stream().map(Diagnostic::toString).toList();
    }
}
