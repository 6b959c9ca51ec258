package io.rpcidl.cli;

import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.model.ModelGenerator;
import io.rpcidl.idl.compile.Compilation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Prints what contracts mean, for programs. */
@Command(
        name = "model",
        description = {
            "Prints what contracts mean as one JSON document, for other generators and tools.",
            "Findings go to standard error."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {"  rpc model src/main/rpcidl > model.json", "  rpc model shop.rpcidl | python3 my-generator.py"})
final class ModelCommand implements Callable<Integer> {

    @ParentCommand
    private Rpc rpc;

    @Mixin
    private Sources sources;

    @Mixin
    private Report report;

    @Override
    public Integer call() {
        Compilation compilation = sources.compile();
        if (report.print(compilation.diagnostics(), rpc.console().err())) {
            return ExitCode.FINDINGS;
        }
        for (GeneratedFile file : new ModelGenerator()
                .generate(compilation.schema().orElseThrow(), compilation.packages())
                .files()) {
            rpc.console().out().print(file.content());
        }
        return ExitCode.CLEAN;
    }
}
