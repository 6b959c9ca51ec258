package io.rpcidl.cli;

import io.rpcidl.cli.shell.Console;
import io.rpcidl.cli.shell.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Completes the last word of a command line, for the script of {@link CompletionCommand}; silent where nothing is known. */
@Command(name = "complete", hidden = true, description = "Prints what may stand in the place of the last word.")
final class CompleteCommand implements Callable<Integer> {

    /** What a server says ends up on a command line, which its user runs. */
    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]*(/[A-Za-z0-9_.-]*)?=?");

    @ParentCommand
    private Rpc rpc;

    @Parameters(arity = "0..*")
    private List<String> words = new ArrayList<>();

    @Override
    public Integer call() {
        try {
            for (String each : candidates()) {
                if (HARMLESS.matcher(each).matches()) {
                    rpc.console().out().println(each);
                }
            }
        } catch (IOException | RuntimeException e) {
            // half a command line: there is nobody to tell
        }
        return ExitCode.CLEAN;
    }

    private List<String> candidates() throws IOException {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        CommandLine line = new Rpc(new Console(InputStream.nullInputStream(), nowhere, nowhere)).commandLine();
        List<CommandLine> parsed = line.parseArgs(words.toArray(new String[0])).asCommandLineList();
        Object command = parsed.get(parsed.size() - 1).getCommand();
        return command instanceof Completed completed ? completed.candidates() : List.of();
    }
}
