package io.rpcidl.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an editor is told that runs the build. */
class EditorTest {

    @TempDir
    private Path folder;

    private final Goals build = new Goals();

    @Test
    void mistakesStandAtTheirLinesUntilTheNextRun() throws Exception {
        Module shop = new Module(folder, "shop", build).contract("a.rpcidl", "package a;\nstruct A { id: strng; }\n");
        Path contract = shop.basedir.resolve("src/main/rpcidl/a.rpcidl");
        assertThrows(MojoFailureException.class, shop::generate);
        assertEquals(
                List.of(
                        "removeMessages [" + contract + "]",
                        "addMessage [" + contract + ", 2, 16, unknown type 'strng', 2, null]"),
                build.editor);
        build.editor.clear();
        shop.contract("a.rpcidl", "package a;\nstruct A { id: string; }\n").generate();
        assertEquals(List.of("removeMessages [" + contract + "]", "refresh [" + shop.output() + "]"), build.editor);
    }

    @Test
    void theyGoIfTheMistakeIsUndone() throws Exception {
        String right = "package a;\nstruct A { id: string; }\n";
        Module shop =
                new Module(folder, "shop", build).contract("a.rpcidl", right).generate();
        shop.contract("a.rpcidl", "package a;\nstruct A { id: strng; }\n");
        assertThrows(MojoFailureException.class, shop::generate);
        build.editor.clear();
        shop.contract("a.rpcidl", right).generate();
        assertEquals(List.of("INFO Generated sources are up to date."), shop.log.lines());
        assertEquals(
                List.of("removeMessages [" + shop.basedir.resolve("src/main/rpcidl/a.rpcidl") + "]"), build.editor);
    }

    @Test
    void warningsStayForAsLongAsTheyAreTrue() throws Exception {
        Module shop = new Module(folder, "shop", build);
        shop.contract("b.rpcidl", "package b;\nstruct B {}\n");
        shop.contract("a.rpcidl", "package a;\nimport b.{B};\nstruct A {}\n").generate();
        build.editor.clear();
        shop.generate();
        assertEquals(
                1,
                build.editor.stream()
                        .filter(each -> each.startsWith("addMessage"))
                        .count());
    }

    @Test
    void copiesOfContractsAreLeftToTheEditorWhateverItShows() throws Exception {
        Module shop = new Module(folder, "shop", build);
        shop.contract("b.rpcidl", "package b;\nstruct B {}\n").generate();
        shop.file("target/classes/META-INF/rpcidl/b.rpcidl", "as Eclipse copied it");
        shop.contract("a.rpcidl", "package a;\nimport b.{B};\nstruct A {}\n").generate();
        assertTrue(Files.exists(shop.classes().resolve("META-INF/rpcidl/b.rpcidl")));
    }

    @Test
    void warningsAreOtherMarks() throws Exception {
        Module shop = new Module(folder, "shop", build);
        shop.contract("b.rpcidl", "package b;\nstruct B {}\n");
        shop.contract("a.rpcidl", "package a;\nimport b.{B};\nstruct A {}\n").generate();
        String warning = build.editor.stream()
                .filter(each -> each.startsWith("addMessage"))
                .findFirst()
                .orElseThrow();
        assertEquals("1, null]", warning.substring(warning.length() - 8));
    }
}
