package io.rpcidl.idl.revision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.idl.compat.BreakingOptions;
import io.rpcidl.idl.compat.Level;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A repository with one commit, and what has become of its files since. */
class GitRevisionTest {

    private static final String SHOP = "package shop;\nimport common.{Money};\nstruct Product { price: Money; }\n";

    @TempDir
    private Path folder;

    private Path shop;
    private Path common;
    private final GitRevision revision = new GitRevision("HEAD");

    @BeforeEach
    void commit() throws Exception {
        shop = write("shop/shop.rpcidl", SHOP).getParent();
        common = write("common/money.rpcidl", "package common;\nstruct Money { units: int64; }\n")
                .getParent();
        git("init", "-q", ".");
        git("add", ".");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "old");
    }

    @Test
    void whatMayBeImportedIsReadAsItWas() throws IOException {
        write("common/money.rpcidl", "package common;\nstruct Amount {}\n");
        Compilation before = Compiler.compile(revision.load(List.of(shop), List.of(common)));
        assertEquals(List.of(), before.diagnostics());
        assertEquals(Set.of("shop"), before.own());
        assertEquals(Set.of("common"), before.libraries());
    }

    @Test
    void whatIsNewOrStandsElsewhereIsReadAsItIs(@TempDir Path elsewhere) throws IOException {
        Path added = write("added/a.rpcidl", "package added;\n").getParent();
        Files.writeString(elsewhere.resolve("b.rpcidl"), "package elsewhere;\n");
        Loader.Result loaded = revision.load(List.of(shop), List.of(added, elsewhere));
        assertEquals(
                List.of(added.toString(), elsewhere.toString()),
                loaded.libraries().stream().map(Loader.Library::name).toList());
        assertTrue(loaded.libraries().stream().allMatch(each -> each.sources().size() == 1), loaded.toString());
    }

    @Test
    void whatIsNewWasNotThere() throws IOException {
        Path added = write("shop/added.rpcidl", "package shop;\n");
        assertTrue(revision.has(shop));
        assertTrue(revision.has(shop.resolve("shop.rpcidl")));
        assertFalse(revision.has(added));
        assertFalse(revision.has(write("added/a.rpcidl", "package added;\n").getParent()));
    }

    @Test
    void aRevisionThatDoesNotExistIsSaid() {
        GitRevision none = new GitRevision("none");
        IOException asked = assertThrows(IOException.class, () -> none.has(shop));
        assertTrue(asked.getMessage().startsWith("git cannot give none of " + shop + ": "), asked.getMessage());
        IOException read = assertThrows(IOException.class, () -> none.load(List.of(shop), List.of()));
        assertTrue(read.getMessage().startsWith("git cannot give none of "), read.getMessage());
        assertThrows(IllegalArgumentException.class, () -> new GitRevision("--all"));
    }

    @Test
    void aFolderThatIsInNoRepositoryIsSaid(@TempDir Path elsewhere) {
        IOException problem = assertThrows(IOException.class, () -> revision.has(elsewhere));
        assertTrue(problem.getMessage().contains("not a git repository"), problem.getMessage());
    }

    @Test
    void aHookOfAnotherFolderDoesNotSayWhichRepository() {
        Map<String, String> environment = new HashMap<>(Map.of("GIT_DIR", ".git", "PATH", "/bin"));
        Git.forgetRepository(environment);
        assertEquals(Map.of("PATH", "/bin"), environment);
    }

    @Test
    void bothVersionsAreCompared() throws IOException {
        Compilation before = Compiler.compile(revision.load(List.of(shop), List.of(common)));
        BreakingOptions options = new BreakingOptions(Level.SOURCE, Set.of(), Set.of());

        write("shop/shop.rpcidl", "package shop;\nstruct Product {}\n");
        Compilation after = Compiler.compileRoots(List.of(shop), List.of(common));
        VersionPair versions = new VersionPair(before, after);
        assertEquals(List.of(), versions.errors());
        List<Diagnostic> changes = versions.changes(options);
        assertEquals(1, changes.size(), changes.toString());

        write("shop/shop.rpcidl", "package shop;\nstruct {}\n");
        VersionPair broken = new VersionPair(before, Compiler.compileRoots(List.of(shop)));
        assertEquals(1, broken.errors().size(), broken.errors().toString());
    }

    @Test
    void aCodeOfNoBreakingChangeIsSaid() {
        IllegalArgumentException problem = assertThrows(
                IllegalArgumentException.class, () -> new BreakingOptions(Level.WIRE, Set.of("RI0001"), Set.of()));
        assertEquals("there is no breaking change of code 'RI0001'", problem.getMessage());
    }

    private Path write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
    }
}
