package io.rpcidl.cli;

import io.rpcidl.cli.Rpc.Version;
import io.rpcidl.cli.call.Failures;
import io.rpcidl.cli.call.Printable;
import io.rpcidl.cli.shell.Console;
import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.runtime.RpcException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code rpc}. Nothing here ends the JVM, so that tests can run it as a user does. */
@Command(
        name = "rpc",
        description = "Works on rpcidl contracts (.rpcidl), and calls servers that have them.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            CheckCommand.class,
            GenerateCommand.class,
            LintCommand.class,
            FormatCommand.class,
            BreakingCommand.class,
            ImportCommand.class,
            ModelCommand.class,
            CallCommand.class,
            ListCommand.class,
            DescribeCommand.class,
            RegistryCommand.class,
            CompletionCommand.class,
            CompleteCommand.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:clean: nothing was found, and what was asked for is done",
            "1:findings: errors, lint, unformatted files or breaking changes",
            "2:misuse: a wrong option, or a file that cannot be read or written",
            "4-9:a call failed; 'rpc call --help' lists them"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  rpc check src/main/rpcidl",
            "  rpc format --check src/main/rpcidl",
            "  rpc breaking --against git:main src/main/rpcidl",
            "  rpc call localhost:4000 Shop/get sku=A-1",
            "  rpc COMMAND --help"
        })
final class Rpc implements Runnable {

    private final Console console;

    @Spec
    private CommandSpec spec;

    Rpc(Console console) {
        this.console = console;
    }

    Console console() {
        return console;
    }

    /** Runs a command line and returns its {@link ExitCode}. */
    int run(String... arguments) {
        return commandLine().execute(arguments);
    }

    /** Returns what takes command lines apart. */
    CommandLine commandLine() {
        return new CommandLine(this)
                .setOut(new PrintWriter(console.out(), true))
                .setErr(new PrintWriter(console.err(), true))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExpandAtFiles(false) // @FILE is a value of options and parameters here
                .setParameterExceptionHandler((problem, words) -> misused(problem))
                .setExecutionExceptionHandler((problem, command, parsed) -> failed(problem));
    }

    /** The whole help would hide what is wrong; of the command itself it is short. */
    private int misused(ParameterException problem) {
        CommandLine command = problem.getCommandLine();
        if (command.getParent() == null) {
            console.err().println(problem.getMessage());
            command.usage(console.err());
            return ExitCode.MISUSE;
        }
        String name = command.getCommandSpec().qualifiedName();
        console.err().println("rpc: " + problem.getMessage() + "; '" + name + " --help' says what there is");
        UnmatchedArgumentException.printSuggestions(problem, console.err());
        return ExitCode.MISUSE;
    }

    /** Asked for nothing: what there is to ask for is misuse, as a script that forgot its command should fail. */
    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private int failed(Exception problem) {
        if (problem instanceof Misuse) {
            console.err().println("rpc: " + problem.getMessage());
            return ExitCode.MISUSE;
        }
        if (problem instanceof RpcException call) {
            return Failures.print(call, console.err());
        }
        if (problem instanceof IOException || problem instanceof UncheckedIOException) {
            console.err().println("rpc: " + problem.getMessage());
            return ExitCode.MISUSE;
        }
        console.err()
                .println("rpc: this is a bug, please report it with the contract that shows it: "
                        + Printable.escaped(String.valueOf(problem)));
        if (System.getenv("RPC_DEBUG") != null) {
            problem.printStackTrace(console.err());
        } else {
            console.err().println("rpc: RPC_DEBUG=1 in the environment prints where it happened");
        }
        return ExitCode.BUG;
    }

    /** Reads the version that the build has written. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            Properties properties = new Properties();
            try (InputStream in = Rpc.class.getResourceAsStream("version.properties")) {
                properties.load(in);
            }
            return new String[] {"rpc " + properties.getProperty("version")};
        }
    }
}
