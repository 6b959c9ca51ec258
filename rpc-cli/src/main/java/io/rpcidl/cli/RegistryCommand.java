package io.rpcidl.cli;

import io.rpcidl.cli.call.Printable;
import io.rpcidl.cli.call.Registered;
import io.rpcidl.cli.call.ServerTable;
import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.registry.Instance;
import io.rpcidl.registry.embedded.RegistryServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Runs the registry of our own, and shows what any registry knows. */
@Command(
        name = "registry",
        description = "Runs a registry, and shows what registries know.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RegistryCommand.Serve.class, RegistryCommand.Servers.class})
final class RegistryCommand implements Runnable {

    @ParentCommand
    private Rpc rpc;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(), "what about it? For example 'rpc registry list registry://localhost:4500'");
    }

    private PrintStream out() {
        return rpc.console().out();
    }

    /** Runs a registry. */
    @Command(
            name = "serve",
            headerHeading = "Examples:%n"
                    + "  rpc registry serve                                # registry://127.0.0.1:4500, for this machine%n"
                    + "  rpc registry serve --host 0.0.0.0 --port 4500     # for a site%n%n",
            description = {
                "Runs the registry of our own until it is ended: for one machine or one small site. It is one process and keeps"
                        + " its list in memory; one that is started again has it back within a lease.",
                "It speaks plain text, and asks nobody who they are: bind an address that others cannot reach, or start it from"
                        + " Java, with TLS and an authenticator."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes:%n",
            exitCodeList = {"2:misuse: a wrong option, or a port that cannot be bound", "130, 143:ended by a signal"})
    static final class Serve implements Callable<Integer> {

        @ParentCommand
        private RegistryCommand parent;

        @Option(
                names = "--host",
                paramLabel = "HOST",
                defaultValue = "127.0.0.1",
                description = "The address to bind; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}.")
        private String host;

        @Option(
                names = "--port",
                paramLabel = "PORT",
                defaultValue = "4500",
                description = "The port; 0 for any that is free. Default: ${DEFAULT-VALUE}.")
        private int port;

        @Option(
                names = "--lease-max",
                paramLabel = "TIME",
                converter = Remote.Timeout.class,
                defaultValue = "10m",
                description = "Refuse leases that are longer, at most 10m. Default: ${DEFAULT-VALUE}.")
        private Duration leaseMax;

        @Override
        public Integer call() throws IOException, InterruptedException {
            try (RegistryServer registry = start()) {
                parent.out().println("listening on " + registry.target().replaceFirst(".*://", ""));
                parent.out().flush();
                registry.awaitClosed();
            }
            return ExitCode.CLEAN;
        }

        private RegistryServer start() throws IOException {
            try {
                return RegistryServer.builder()
                        .longestLease(leaseMax)
                        .server(server -> server.host(host).port(port))
                        .start();
            } catch (IllegalArgumentException e) {
                throw new Misuse(e.getMessage());
            }
        }
    }

    /** Lists what a registry knows. */
    @Command(
            name = "list",
            headerHeading = "Examples:%n"
                    + "  rpc registry list registry://localhost:4500%n"
                    + "  rpc registry list --json registry://localhost:4500 | jq -r .host%n"
                    + "  rpc registry list dns://shop.example.org:4000%n%n",
            description = {
                "Lists the servers that a registry names, with their weights, services and metadata. A weight of 0 is that of a"
                        + " server that is to get no more calls.",
                "'rpc list' lists the services that they have."
            },
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "%nExit codes are those of 'rpc call'.%n")
    static final class Servers implements Callable<Integer> {

        @ParentCommand
        private RegistryCommand parent;

        @Parameters(
                index = "0",
                paramLabel = "TARGET",
                description = "registry://host:port, dns://name:port, or what else a client may be given.")
        private String target;

        @Option(names = "--json", description = "Print a server a line, as JSON.")
        private boolean json;

        @Override
        public Integer call() {
            List<Instance> servers = Registered.all(target);
            if (json) {
                servers.forEach(each ->
                        parent.out().println(Printable.escaped(new String(each.toJson(), StandardCharsets.UTF_8))));
            } else {
                ServerTable.of(servers).forEach(parent.out()::println);
            }
            return ExitCode.CLEAN;
        }
    }
}
