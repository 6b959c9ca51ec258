package io.rpcidl.cli;

import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.codegen.Generation;
import io.rpcidl.codegen.Generator;
import io.rpcidl.codegen.Generators;
import io.rpcidl.codegen.OutputDirectory;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.diagnostic.Diagnostic;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Generates code from contracts, one target a subcommand: each that a generator on the class path has. */
@Command(
        name = "generate",
        description = "Generates code from contracts.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "TARGET",
        modelTransformer = GenerateCommand.Targets.class)
final class GenerateCommand implements Runnable {

    private static final String HOW =
            "Only files that differ are written; those of an earlier run that are not generated any more are deleted; files of"
                    + " other origin are left alone. With any error nothing is written.";

    @ParentCommand
    private Rpc rpc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which language? For example 'rpc generate java'");
    }

    /** Makes a subcommand of each target. */
    static final class Targets implements IModelTransformer {

        @Override
        public CommandSpec transform(CommandSpec generate) {
            for (String target : Generators.targets()) {
                String example = "  rpc generate " + target + " --out ";
                CommandLine command = new CommandLine(new Target(target));
                command.getCommandSpec()
                        .usageMessage()
                        .description("Generates " + target + " into a folder.", HOW)
                        .footer(example + "generated src/main/rpcidl", example + "generated -I common.jar shop.rpcidl");
                generate.addSubcommand(target, command);
            }
            return generate;
        }
    }

    /** Generates one. */
    @Command(mixinStandardHelpOptions = true, footerHeading = "%nExamples:%n")
    static final class Target implements Callable<Integer> {

        private final String target;

        @ParentCommand
        private GenerateCommand generate;

        @Mixin
        private Sources sources;

        @Mixin
        private Report report;

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
        private Path out;

        @Option(
                names = {"-O", "--option"},
                paramLabel = "NAME=VALUE",
                description = "Something to tell the generator; may be given more than once. Java and model have none.")
        private Map<String, String> options = Map.of();

        Target(String target) {
            this.target = target;
        }

        @Override
        public Integer call() {
            Generator generator = generator();
            PrintStream console = generate.rpc.console().out();
            Compilation compilation = sources.compile();
            Generation generation = compilation
                    .schema()
                    .map(schema -> generator.generate(schema, compilation.packages()))
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

        private Generator generator() {
            try {
                return Generators.open(target, options);
            } catch (IllegalArgumentException e) {
                throw new Misuse(e.getMessage());
            }
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
