package io.rpcidl.cli;

import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.OutputDirectory;
import io.rpcidl.codegen.java.JavaGenerator;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Generates code from contracts, one language a subcommand. */
@Command(
        name = "generate",
        description = "Generates code from contracts.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "LANGUAGE",
        subcommands = GenerateCommand.Java.class)
final class GenerateCommand implements Runnable {

    @ParentCommand
    private Rpc rpc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which language? For example 'rpc generate java'");
    }

    /** Generates Java. */
    @Command(
            name = "java",
            description = {
                "Generates Java into a folder.",
                "Only files that differ are written; those of an earlier run that are not generated any more are deleted;"
                        + " files of other origin are left alone. With any error nothing is written."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nExamples:%n",
            footer = {
                "  rpc generate java --out target/generated-sources/rpcidl src/main/rpcidl",
                "  rpc generate java --out generated -I common.jar shop.rpcidl"
            })
    static final class Java implements Callable<Integer> {

        @ParentCommand
        private GenerateCommand generate;

        @Mixin
        private Sources sources;

        @Mixin
        private Report report;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
        private Path out;

        @Override
        public Integer call() {
            PrintStream console = generate.rpc.console().out();
            Compilation compilation = sources.compile();
            Generation generation = compilation
                    .schema()
                    .map(schema -> new JavaGenerator().generate(schema, compilation.packages()))
                    .orElse(new Generation(List.of(), List.of()));
            List<Diagnostic> findings = new ArrayList<>(compilation.diagnostics());
            findings.addAll(generation.refusals());
            if (report.print(findings, console)) {
                return ExitCode.FINDINGS;
            }
            OutputDirectory.Changes changes = write(generation);
            if (!report.isJson()) {
                console.println(out + ": " + changes.written() + " written, " + changes.unchanged() + " unchanged, "
                        + changes.deleted() + " deleted");
            }
            return ExitCode.CLEAN;
        }

        private OutputDirectory.Changes write(Generation generation) {
            try {
                return new OutputDirectory(out).write(generation.files());
            } catch (IOException e) {
                throw new Misuse("cannot write to " + out + ": " + e);
            }
        }
    }
}
