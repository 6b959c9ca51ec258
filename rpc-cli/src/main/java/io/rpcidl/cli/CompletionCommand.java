package io.rpcidl.cli;

import io.rpcidl.cli.shell.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Prints a script by which shells complete commands and options, and what running servers say of themselves. */
@Command(
        name = "generate-completion",
        description = {
            "Prints a completion script for bash and zsh: commands, options, and services, methods and parameters of running"
                    + " servers.",
            "Bash looks for such scripts in ~/.local/share/bash-completion/completions/; zsh reads it by 'source'."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rpc generate-completion > ~/.local/share/bash-completion/completions/rpc",
            "  source <(rpc generate-completion)"
        })
final class CompletionCommand implements Callable<Integer> {

    @ParentCommand
    private Rpc rpc;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        rpc.console().out().print(AutoComplete.bash("rpc", spec.root().commandLine()));
        try (InputStream servers = CompletionCommand.class.getResourceAsStream("completion.bash")) {
            rpc.console().out().print(new String(servers.readAllBytes(), StandardCharsets.UTF_8));
        }
        return ExitCode.CLEAN;
    }
}
