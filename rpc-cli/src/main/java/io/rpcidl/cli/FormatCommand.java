package io.rpcidl.cli;

import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.format.ContractFormatting;
import io.rpcidl.idl.format.Formatter;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
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

    /** What an editor pipes through may be unsaved text of any size; a contract on disk has a limit too. */
    private static final int STDIN_BYTES = 8 * 1024 * 1024;

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
    public Integer call() throws IOException {
        if (stdin) {
            return formatInput();
        }
        ContractFormatting.Result result =
                check ? ContractFormatting.check(sources.roots()) : ContractFormatting.rewrite(sources.roots());
        PrintStream out = rpc.console().out();
        boolean errors = report.print(result.diagnostics(), out);
        if (!report.isJson()) {
            result.changed().forEach(name -> out.println(check ? name + ": not formatted" : name));
        }
        boolean unformatted = check && !result.changed().isEmpty();
        return errors || unformatted ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }

    private int formatInput() throws IOException {
        byte[] bytes = rpc.console().in().readNBytes(STDIN_BYTES + 1);
        if (bytes.length > STDIN_BYTES) {
            throw new Misuse("standard input has more than " + STDIN_BYTES + " bytes");
        }
        SourceFile file = new SourceFile("stdin", new String(bytes, StandardCharsets.UTF_8));
        DiagnosticSink sink = new DiagnosticSink();
        Optional<String> text = Formatter.format(file, sink);
        report.print(sink.sorted(), rpc.console().err());
        boolean changed = text.isPresent() && !text.get().equals(file.text());
        if (!check) {
            text.ifPresent(rpc.console().out()::print);
        }
        return text.isEmpty() || (check && changed) ? ExitCode.FINDINGS : ExitCode.CLEAN;
    }
}
