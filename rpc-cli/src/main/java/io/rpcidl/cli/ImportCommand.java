package io.rpcidl.cli;

import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.idl.thrift.ImportedContract;
import io.rpcidl.idl.thrift.ThriftImport;
import io.rpcidl.idl.thrift.ThriftImporter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Turns contracts of other systems into ours, one format a subcommand. */
@Command(
        name = "import",
        description = "Turns contracts of other systems into .rpcidl files.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "FORMAT",
        subcommands = ImportCommand.Thrift.class)
final class ImportCommand implements Runnable {

    @ParentCommand
    private Rpc rpc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which format? For example 'rpc import thrift'");
    }

    /** Imports Apache Thrift. */
    @Command(
            name = "thrift",
            description = {
                "Turns .thrift files, with all that they include, into formatted .rpcidl files.",
                "What could not carry over is said in a comment of the file. A file that is there already and differs is"
                        + " never overwritten without --force."
            },
            mixinStandardHelpOptions = true,
            footerHeading = "%nExamples:%n",
            footer = {
                "  rpc import thrift hive_metastore.thrift --out src/main/rpcidl",
                "  rpc import thrift -I include service.thrift --out contracts"
            })
    static final class Thrift implements Callable<Integer> {

        @ParentCommand
        private ImportCommand parent;

        @Mixin
        private Report report;

        @Parameters(paramLabel = "FILE", arity = "1..*", description = "The .thrift files.")
        private List<Path> files = new ArrayList<>();

        @Option(
                names = {"-I", "--include"},
                paramLabel = "DIR",
                description = "A folder in which included files are looked for; may be given more than once.")
        private List<Path> includes = new ArrayList<>();

        @Option(names = "--out", required = true, paramLabel = "DIR", description = "The folder to write to.")
        private Path out;

        @Option(names = "--force", description = "Overwrite files that differ.")
        private boolean force;

        @Override
        public Integer call() {
            files.forEach(Sources::requireThere);
            includes.forEach(Sources::requireThere);
            ThriftImport found = ThriftImporter.importFiles(files, includes);
            if (report.print(found.diagnostics(), parent.rpc.console().out())) {
                return ExitCode.FINDINGS;
            }
            List<GeneratedFile> contracts = new ArrayList<>();
            for (ImportedContract each : found.contracts()) {
                contracts.add(new GeneratedFile(each.path(), each.text()));
            }
            new OutFolder(out, force).write(contracts);
            if (!report.isJson()) {
                contracts.forEach(each -> parent.rpc.console().out().println(out.resolve(each.path())));
            }
            return ExitCode.CLEAN;
        }
    }
}
