package io.rpcidl.cli;

import io.rpcidl.cli.call.Candidates;
import io.rpcidl.cli.call.Contract;
import io.rpcidl.cli.call.Description;
import io.rpcidl.cli.call.LiveState;
import io.rpcidl.cli.call.Printable;
import io.rpcidl.cli.call.SavedContract;
import io.rpcidl.cli.call.Servers;
import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.codegen.GeneratedFile;
import io.rpcidl.codegen.model.ModelGenerator;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.source.SourceFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Shows the contract of what a running server serves. */
@Command(
        name = "describe",
        description = {
            "Shows what a running server says of its services: the declarations of its contract, as their author wrote them.",
            "Of a method also the types that it uses. Without NAME, all services but those that every server has."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes are those of 'rpc call'.%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rpc describe localhost:4000",
            "  rpc describe localhost:4000 Shop/get",
            "  rpc describe localhost:4000 shop.v1.Product",
            "  rpc describe --live localhost:4000",
            "  rpc describe --out contracts localhost:4000 Shop && rpc generate java --out src contracts"
        })
final class DescribeCommand implements Callable<Integer>, Completed {

    @ParentCommand
    private Rpc rpc;

    @Mixin
    private Remote remote;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "NAME",
            description =
                    "A service, SERVICE/METHOD or a type; the last part of a name will do, where only one has that.")
    private String name;

    @Option(names = "--contract", description = "Print the files of the contract, whole, with those that it imports.")
    private boolean whole;

    @Option(names = "--out", paramLabel = "DIR", description = "Save these files below a folder.")
    private Path out;

    @Option(names = "--force", description = "With --out: overwrite files that differ.")
    private boolean force;

    @Option(names = "--json", description = "Print what the contract means as JSON, as 'rpc model' does.")
    private boolean json;

    @Option(
            names = "--live",
            description = "Print what the server is doing: connections, calls in flight; if it is told to show that.")
    private boolean live;

    @Override
    public Integer call() throws IOException {
        try (Servers servers = remote.open()) {
            if (live) {
                rpc.console().out().println(LiveState.of(servers, Optional.ofNullable(name)));
                return ExitCode.CLEAN;
            }
            Description description = Description.of(servers, Optional.ofNullable(name));
            Contract contract = description.contract();
            PrintStream console = rpc.console().out();
            if (out != null) {
                save(SavedContract.of(contract));
            } else if (whole) {
                contract.files().forEach(each -> print(each, console));
            } else if (json) {
                console.print(model(description));
            } else {
                console.println(Printable.text(description.text()));
            }
            return ExitCode.CLEAN;
        }
    }

    private void save(List<GeneratedFile> files) {
        new OutFolder(out, force).write(files);
        files.forEach(each -> rpc.console().out().println(out.resolve(each.path())));
    }

    private static void print(SourceFile file, PrintStream console) {
        console.println("// " + file.name());
        console.println(Printable.text(file.text()));
    }

    private static String model(Description description) {
        Schema schema = description.schema();
        Set<String> own = description.services().stream()
                .flatMap(each -> each.packages().stream().limit(1))
                .collect(Collectors.toSet());
        List<ContractPackage> packages = schema.packages().stream()
                .filter(each -> own.contains(each.name()))
                .toList();
        List<GeneratedFile> files =
                new ModelGenerator().generate(schema, packages).files();
        return Printable.text(files.get(0).content()) + "\n";
    }

    @Override
    public List<String> candidates() throws IOException {
        try (Servers servers = remote.open(PATIENCE)) {
            if (name == null) {
                return List.of();
            }
            return name.contains("/") ? Candidates.methods(servers, name) : Candidates.services(servers, name);
        }
    }
}
