package io.rpcidl.cli;

import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.idl.compile.Compilation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Compiles contracts and says what is wrong. */
@Command(
        name = "check",
        description = "Compiles contracts and prints every error and warning.",
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rpc check src/main/rpcidl",
            "  rpc check -I common.jar shop.rpcidl",
            "  rpc check --json src/main/rpcidl > findings.json"
        })
final class CheckCommand implements Callable<Integer> {

    @ParentCommand
    private Rpc rpc;

    @Mixin
    private Sources sources;

    @Mixin
    private Report report;

    @Option(names = "--werror", description = "Warnings count as findings too.")
    private boolean warningsCount;

    @Override
    public Integer call() {
        Compilation compilation = sources.compile();
        boolean errors = report.print(compilation.diagnostics(), rpc.console().out());
        boolean warnings = warningsCount && !compilation.diagnostics().isEmpty();
        return errors || warnings ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
}
