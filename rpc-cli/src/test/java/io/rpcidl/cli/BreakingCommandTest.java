package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakingCommandTest {

    private static final String OLD = "package shop;\nstruct Product { id: string; name: string; }\n";
    private static final String NEW = "package shop;\nstruct Product { id: string; name: int32; }\n";
    private static final String FINE = "package shop;\nstruct Product { id: string; name: string; more: string?; }\n";

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void begin() {
        session = new Session(folder);
    }

    @Test
    void whatIsCompatiblePrintsNothing() throws IOException {
        session.write("old/shop.rpcidl", OLD);
        session.write("new/shop.rpcidl", FINE);
        assertEquals(new Session.Result(0, "", ""), session.run("breaking", "--against", "./old", "./new"));
    }

    @Test
    void aBreakIsShownInBothVersions() throws IOException {
        session.write("old/shop.rpcidl", OLD);
        session.write("new/shop.rpcidl", NEW);
        Session.Result result = session.run("breaking", "--against", "./old", "./new");
        assertEquals(1, result.code());
        assertTrue(result.out().startsWith("error[RI2"), result.out());
        assertTrue(result.out().contains("--> new/shop.rpcidl:2:30"), result.out());
        assertTrue(result.out().contains("--> old/shop.rpcidl:2:30"), result.out());
        String code = result.out().substring("error[".length(), "error[RI2000".length());
        assertEquals(
                new Session.Result(0, "", ""), session.run("breaking", "--allow", code, "--against", "./old", "./new"));
    }

    @Test
    void aLibraryThatIsNoLongerNeededIsNoBreak() throws IOException {
        session.write("lib/common.rpcidl", "package common;\nstruct Money {}\n");
        session.write(
                "old/shop.rpcidl", "package shop;\nimport common.{Money};\nservice Shop { oneway pay(it: Money?); }\n");
        session.write("new/shop.rpcidl", "package shop;\nservice Shop { oneway pay(); }\n");
        Session.Result result = session.run("breaking", "--lines", "-I", "./lib", "--against", "./old", "./new");
        assertEquals(1, result.code(), result.toString());
        assertEquals(1, result.out().lines().count(), result.out());
        assertTrue(result.out().contains("RI2074"), result.out());
    }

    @Test
    void theOldVersionComesFromGit() throws Exception {
        session.write("contracts/shop.rpcidl", OLD);
        git("init", "-q", ".");
        git("add", ".");
        git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-qm", "old");
        session.write("contracts/shop.rpcidl", NEW);
        for (String path : List.of("./contracts", "./contracts/shop.rpcidl")) {
            Session.Result result = session.run("breaking", "--lines", "--against", "git:HEAD", path);
            assertEquals(1, result.code(), result.toString());
            assertTrue(result.out().startsWith("contracts/shop.rpcidl:2:30: error[RI2"), result.out());
        }
        assertTrue(session.run("breaking", "--against", "git:HEAD", "./contracts")
                .out()
                .contains("--> HEAD:contracts/shop.rpcidl:2:30"));
        session.write("contracts/shop.rpcidl", FINE);
        assertEquals(new Session.Result(0, "", ""), session.run("breaking", "--against", "git:HEAD", "./contracts"));
        Session.Result none = session.run("breaking", "--against", "git:none", "./contracts");
        assertEquals(2, none.code());
        assertTrue(none.err().startsWith("rpc: git cannot give none of "), none.err());
        assertEquals(1, none.err().lines().count(), none.err());
    }

    @Test
    void misuseIsSaidInOneLine() throws IOException {
        session.write("shop.rpcidl", OLD);
        assertEquals(
                new Session.Result(2, "", "rpc: none is not there\n"),
                session.run("breaking", "--against", "./none", "./shop.rpcidl"));
        assertEquals(
                new Session.Result(2, "", "rpc: there is no breaking change of code 'RI0001'\n"),
                session.run("breaking", "--allow", "RI0001", "--against", "./shop.rpcidl", "./shop.rpcidl"));
        assertEquals(
                new Session.Result(2, "", "rpc: '--all' is not a revision; for example git:main\n"),
                session.run("breaking", "--against", "git:--all", "./shop.rpcidl"));
    }

    @Test
    void anOldVersionThatDoesNotCompileIsAFinding() throws IOException {
        session.write("old/shop.rpcidl", "package shop;\nstruct {");
        session.write("new/shop.rpcidl", NEW);
        Session.Result result = session.run("breaking", "--lines", "--against", "./old", "./new");
        assertEquals(1, result.code());
        assertTrue(result.out().startsWith("old/shop.rpcidl:2:8: error[RI0020]"), result.out());
    }

    private void git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        assertEquals(0, process.waitFor());
    }
}
