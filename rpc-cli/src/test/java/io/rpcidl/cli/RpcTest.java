package io.rpcidl.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.rpcidl.cli.shell.Console;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What all commands have in common. */
class RpcTest {

    @TempDir
    Path folder;

    private Session session;

    @BeforeEach
    void begin() {
        session = new Session(folder);
    }

    @Test
    void withoutACommandItSaysWhatThereIs() {
        Session.Result result = session.run();
        assertEquals(2, result.code());
        assertEquals("", result.out());
        assertTrue(result.err().startsWith("a command is missing\nUsage: rpc "), result.err());
    }

    @Test
    void theVersionIsThatOfTheBuild() {
        Session.Result result = session.run("--version");
        assertEquals(0, result.code());
        assertTrue(result.out().matches("rpc [0-9]+\\.[0-9]+\\.[0-9]+(-SNAPSHOT)?\n"), result.out());
    }

    @Test
    void everyCommandHasHelpWithExamples() {
        Session.Result top = session.run("--help");
        assertEquals(0, top.code());
        CommandLine commands = new CommandLine(new Rpc(new Console(System.in, System.out, System.err)));
        Set<String> names = new TreeSet<>(commands.getSubcommands().keySet());
        names.removeIf(name -> commands.getSubcommands()
                .get(name)
                .getCommandSpec()
                .usageMessage()
                .hidden());
        for (String name : names) {
            Session.Result help = session.run(name, "--help");
            assertEquals(0, help.code(), name);
            assertTrue(top.out().contains("\n  " + name), name);
            boolean leaf = commands.getSubcommands().get(name).getSubcommands().isEmpty();
            assertTrue(!leaf || ("\n" + help.out()).contains("\nExamples:\n  rpc " + name), help.out());
        }
    }

    @Test
    void aCompletionScriptIsThereForShells() {
        Session.Result result = session.run("generate-completion");
        assertEquals(0, result.code());
        assertTrue(result.out().startsWith("#!/usr/bin/env bash"), result.out());
    }
}
