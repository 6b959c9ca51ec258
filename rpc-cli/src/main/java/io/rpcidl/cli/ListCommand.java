package io.rpcidl.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.cli.call.Candidates;
import io.rpcidl.cli.call.Contract;
import io.rpcidl.cli.call.DescribedServer;
import io.rpcidl.cli.call.Printable;
import io.rpcidl.cli.call.Servers;
import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.registry.Instance;
import io.rpcidl.runtime.service.describe.MethodDescription;
import io.rpcidl.runtime.service.describe.ServiceDescription;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Lists what a running server serves. */
@Command(
        name = "list",
        description = {
            "Lists the services of a running server, or the methods of one, as 'rpc call' takes them.",
            "Of a registry it lists the services with the addresses of their servers; 'rpc registry list' lists servers."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes are those of 'rpc call'.%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  rpc list localhost:4000",
            "  rpc list -l localhost:4000 Shop",
            "  rpc list registry://localhost:4500",
            "  rpc list registry://localhost:4500 shop.v1.Shop"
        })
final class ListCommand implements Callable<Integer>, Completed {

    @ParentCommand
    private Rpc rpc;

    @Mixin
    private Remote remote;

    @Parameters(index = "1", arity = "0..1", paramLabel = "SERVICE", description = "List the methods of this one.")
    private String service;

    @Option(
            names = {"-l", "--long"},
            description = "List methods with their signatures; without SERVICE those of all services.")
    private boolean signatures;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        try (Servers servers = remote.open()) {
            if (service == null && servers.needsService()) {
                listRegistered(servers);
                return ExitCode.CLEAN;
            }
            DescribedServer server = service == null ? servers.described() : servers.describedBy(service);
            List<ServiceDescription> services = service == null ? server.services() : List.of(server.service(service));
            if (json) {
                printJson(services);
            } else {
                services.forEach(each -> print(server, each));
            }
            return ExitCode.CLEAN;
        }
    }

    private void listRegistered(Servers servers) {
        Map<String, List<Instance>> services = servers.registered();
        if (json) {
            ArrayNode document = JsonNodeFactory.instance.arrayNode();
            services.forEach((name, instances) -> {
                ArrayNode addresses = document.addObject().put("service", name).putArray("servers");
                addresses(instances).forEach(addresses::add);
            });
            rpc.console().out().println(Printable.escaped(document.toString()));
        } else if (signatures) {
            for (String each : services.keySet()) {
                DescribedServer server = servers.describedBy(each);
                print(server, server.service(each));
            }
        } else {
            services.forEach((name, instances) -> rpc.console()
                    .out()
                    .println(Printable.escaped(name + "  " + String.join(" ", addresses(instances)))));
        }
    }

    private static List<String> addresses(List<Instance> instances) {
        return instances.stream().map(each -> each.endpoint().toString()).toList();
    }

    private void print(DescribedServer server, ServiceDescription found) {
        PrintStream out = rpc.console().out();
        if (service == null && !signatures) {
            out.println(Printable.escaped(found.name()));
            return;
        }
        Contract contract = signatures ? server.contract(List.of(found)) : Contract.NONE;
        for (MethodDescription each : found.methods()) {
            String said = contract.method(found.name(), each.name())
                    .map(ListCommand::called)
                    .orElse(each.name());
            out.println(Printable.escaped(found.name() + "/" + said));
        }
    }

    /** The name comes first, as in a call. */
    private static String called(Contract.Declared method) {
        return method.method().oneway()
                ? method.signature().replaceFirst("^oneway ", "") + " oneway"
                : method.signature();
    }

    private void printJson(List<ServiceDescription> services) {
        ArrayNode document = JsonNodeFactory.instance.arrayNode();
        for (ServiceDescription each : services) {
            ObjectNode node = document.addObject();
            node.put("service", each.name());
            ArrayNode methods = node.putArray("methods");
            for (MethodDescription method : each.methods()) {
                methods.addObject()
                        .put("name", method.name())
                        .put("kind", method.kind().wireName());
            }
            ArrayNode packages = node.putArray("packages");
            each.packages().forEach(packages::add);
        }
        rpc.console().out().println(Printable.escaped(document.toString()));
    }

    @Override
    public List<String> candidates() throws IOException {
        try (Servers servers = remote.open(PATIENCE)) {
            return service == null ? List.of() : Candidates.services(servers, service);
        }
    }
}
