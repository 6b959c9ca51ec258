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
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
