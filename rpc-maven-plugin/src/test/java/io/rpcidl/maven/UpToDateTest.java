package io.rpcidl.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a second run does: nothing if nothing has changed, and else as little as there is to do. */
class UpToDateTest {

    private static final String UP_TO_DATE = "INFO Generated sources are up to date.";

    @TempDir
    private Path folder;

    private final Goals build = new Goals();
    private Module shop;

    @BeforeEach
    void begin() throws Exception {
        shop = new Module(folder, "shop", build);
        shop.contract("a.rpcidl", "package a;\nstruct A { id: string; }\n");
        shop.contract("b.rpcidl", "package b;\nstruct B { id: string; }\n");
        shop.generate();
    }

    @Test
    void nothingIsDoneAndNothingIsTouched() throws Exception {
        Map<String, FileTime> before = Times.of(shop.output());
        shop.generate();
        assertEquals(List.of(UP_TO_DATE), shop.log.lines());
        assertEquals(before, Times.of(shop.output()));
        assertEquals(List.of(shop.output().toString()), shop.project.getCompileSourceRoots());
    }

    @Test
    void aContractThatChangedIsTheReason() throws Exception {
        shop.contract("a.rpcidl", "package a;\nstruct A { id: int32; }\n").generate();
        assertEquals(List.of("Generating: contract a.rpcidl has changed"), reasons());
        assertEquals(
                "INFO Generated sources: 2 written, 2 unchanged, 0 deleted.",
                shop.log.lines().get(0));
    }

    @Test
    void soIsOneThatIsNewOrGone() throws Exception {
        Files.delete(shop.basedir.resolve("src/main/rpcidl/b.rpcidl"));
        shop.contract("c.rpcidl", "package c;\nstruct C { id: string; }\n").generate();
        assertEquals(
                List.of("Generating: contract c.rpcidl is new", "Generating: contract b.rpcidl is gone"), reasons());
        assertEquals(
                "INFO Generated sources: 2 written, 2 unchanged, 2 deleted.",
                shop.log.lines().get(0));
    }

    @Test
    void soIsAContractOfAnotherModule() throws Exception {
        Module money =
                new Module(folder, "money", build).contract("m.rpcidl", "package m;\nstruct M { id: string; }\n");
        shop.dependsOn("money", "compile");
        shop.contract("a.rpcidl", "package a;\nimport m.{M};\nstruct A { m: M; }\n")
                .generate();
        shop.generate();
        assertEquals(List.of(UP_TO_DATE), shop.log.lines());
        money.contract("m.rpcidl", "package m;\nstruct M { id: int32; }\n");
        shop.generate();
        assertEquals(1, reasons().size());
        assertTrue(
                reasons().get(0).startsWith("Generating: imported contract "),
                reasons().get(0));
        assertTrue(reasons().get(0).endsWith("m.rpcidl has changed"), reasons().get(0));
    }

    @Test
    void soAreAnOptionATargetAndThePlugin() throws Exception {
        Parameters.set(shop.generate, "code", "a newer one");
        shop.generate();
        assertEquals(List.of("Generating: the plugin has changed"), reasons());
        Parameters.set(shop.generate, "target", "model");
        Parameters.set(shop.generate, "outputDirectory", shop.output().toFile());
        shop.generate();
        assertEquals(List.of("Generating: target has changed"), reasons());
    }

    @Test
    void aFileThatSomebodyChangedOrDeletedIsPutRight() throws Exception {
        Path changed = shop.output().resolve("a/A.java");
        Path deleted = shop.output().resolve("b/B.java");
        String text = Files.readString(changed);
        Files.writeString(changed, "// mine\n");
        Files.delete(deleted);
        shop.generate();
        assertEquals(
                List.of(
                        "Generating: " + changed + " was changed by somebody else",
                        "Generating: " + deleted + " is gone"),
                reasons());
        assertEquals(
                "INFO Generated sources: 2 written, 2 unchanged, 0 deleted.",
                shop.log.lines().get(0));
        assertEquals(text, Files.readString(changed));
    }

    @Test
    void afterAMistakeItIsGeneratedAgain() throws Exception {
        shop.contract("a.rpcidl", "package a;\nstruct A { id: strng; }\n");
        assertThrows(MojoFailureException.class, shop::generate);
        assertThrows(MojoFailureException.class, shop::generate);
        shop.contract("a.rpcidl", "package a;\nstruct A { id: string; }\n").generate();
        assertEquals(List.of(UP_TO_DATE), shop.log.lines());
    }

    @Test
    void oneOfManyContractsRewritesOnlyWhatDependsOnIt() throws Exception {
        for (int i = 0; i < 200; i++) {
            String imported = i == 0 ? "" : "import p%1$d.{T%1$d};\n".formatted(i - 1);
            String field = i == 0 ? "" : " before: T%d;".formatted(i - 1);
            shop.contract(
                    "p%d.rpcidl".formatted(i),
                    "package p%1$d;\n%2$sstruct T%1$d { id: string;%3$s }\n".formatted(i, imported, field));
        }
        shop.generate();
        Map<String, FileTime> before = Times.setAllLongAgo(shop.output());
        shop.generate(); // somebody has touched them all
        shop.contract("p100.rpcidl", "package p100;\nimport p99.{T99};\nstruct T100 { id: int32; before: T99; }\n");
        shop.generate();
        assertEquals(
                "INFO Generated sources: 2 written, 402 unchanged, 0 deleted.",
                shop.log.lines().get(0));
        assertEquals(
                List.of("p100/T100.java", "p100/TypeCodecs_.java"), Times.changed(before, Times.of(shop.output())));
    }

    @Test
    void aContractThatIsGoneIsNotShippedEither() throws Exception {
        for (String name : List.of("a.rpcidl", "b.rpcidl", "own.rpcidl")) {
            shop.file("target/classes/META-INF/rpcidl/" + name, "as Maven copied it");
        }
        Files.delete(shop.basedir.resolve("src/main/rpcidl/b.rpcidl"));
        shop.generate();
        assertTrue(Files.exists(shop.classes().resolve("META-INF/rpcidl/a.rpcidl")));
        assertTrue(Files.exists(shop.classes().resolve("META-INF/rpcidl/own.rpcidl")));
        assertFalse(Files.exists(shop.classes().resolve("META-INF/rpcidl/b.rpcidl")));
    }

    @Test
    void unlessAnotherResourceHasOneOfThatName() throws Exception {
        shop.file("target/classes/META-INF/rpcidl/b.rpcidl", "as Maven copied it");
        shop.file("src/main/resources/META-INF/rpcidl/b.rpcidl", "another").resources("src/main/resources");
        Files.delete(shop.basedir.resolve("src/main/rpcidl/b.rpcidl"));
        shop.generate();
        assertTrue(Files.exists(shop.classes().resolve("META-INF/rpcidl/b.rpcidl")));
    }

    @Test
    void aContractThatChangedIsCopiedAgainHoweverOldItIs() throws Exception {
        shop.file("target/classes/META-INF/rpcidl/a.rpcidl", "as Maven copied it");
        shop.contract("a.rpcidl", "package a;\nstruct A { id: int32; }\n").generate();
        assertFalse(Files.exists(shop.classes().resolve("META-INF/rpcidl/a.rpcidl")));
    }

    @Test
    void aNewContractThatCannotBeReadIsNoticed() throws Exception {
        Path broken = shop.basedir.resolve("src/main/rpcidl/c.rpcidl");
        Files.write(broken, new byte[] {'/', '/', (byte) 0xE9});
        assertThrows(MojoFailureException.class, shop::generate);
        assertThrows(MojoFailureException.class, shop::generate);
    }

    @Test
    void anOptionMayBeEmpty() throws Exception {
        Map<String, String> options = new HashMap<>();
        options.put("style", null); // as Maven reads <style/>
        Parameters.set(shop.generate, "options", options);
        MojoExecutionException failure = assertThrows(MojoExecutionException.class, shop::generate);
        assertTrue(failure.getMessage().contains("style"), failure.getMessage());
    }

    private List<String> reasons() throws IOException {
        return shop.log.details().stream()
                .filter(each -> each.startsWith("Generating: "))
                .toList();
    }
}
