package io.rpcidl.cli;

import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.idl.compile.Loader;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.format.ContractFormatting;
import io.rpcidl.idl.format.Formatter;
import io.rpcidl.idl.source.SourceFile;
import java.io.PrintStream;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Brings contracts into the one style. */
@Command(
        name = "format",
        description = {
            "Rewrites contracts in the one style there is; there is nothing to configure.",
            "A file with a syntax error stays as it is. Prints the names of the files that change."
        },
        mixinStandardHelpOptions = true,
        footerHeading = "%nExamples:%n",
        footer = {
            "  rpc format src/main/rpcidl",
            "  rpc format --check src/main/rpcidl",
            "  rpc format --stdin < shop.rpcidl"
        })
final class FormatCommand implements Callable<Integer> {

    @ParentCommand
    private Rpc rpc;

    @Mixin
    private Sources sources;

    @Mixin
    private Report report;

    @Option(names = "--check", description = "Write nothing; end with 1 if a file is not formatted.")
    private boolean check;

    @Option(names = "--stdin", description = "Format standard input to standard output.")
    private boolean stdin;

    @Override
    public Integer call() {
        if (stdin) {
            return formatInput();
        }
        ContractFormatting.Result result =
                check ? ContractFormatting.check(sources.roots()) : ContractFormatting.rewrite(sources.roots());
        PrintStream out = rpc.console().out();
        boolean errors = report.print(result.diagnostics(), result.changed(), out);
        if (!report.isJson()) {
            result.changed().forEach(name -> out.println(check ? name + ": not formatted" : name));
        }
        boolean unformatted = check && !result.changed().isEmpty();
        return errors || unformatted ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private int formatInput() {
        Loader.Result input = Loader.read("stdin", rpc.console().in());
        DiagnosticSink sink = new DiagnosticSink();
        input.diagnostics().forEach(sink::add);
        Optional<SourceFile> file = input.sources().stream().findFirst();
        Optional<String> text = file.flatMap(read -> Formatter.format(read, sink));
        report.print(sink.sorted(), rpc.console().err());
        boolean changed = text.isPresent() && !text.get().equals(file.get().text());
        if (!check) {
            text.ifPresent(rpc.console().out()::print);
        }
        return text.isEmpty() || (check && changed) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
}
