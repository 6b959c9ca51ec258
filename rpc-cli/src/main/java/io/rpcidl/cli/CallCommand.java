package io.rpcidl.cli;

import io.rpcidl.cli.call.Callee;
import io.rpcidl.cli.call.Callees;
import io.rpcidl.cli.call.Candidates;
import io.rpcidl.cli.call.Contract;
import io.rpcidl.cli.call.Exchange;
import io.rpcidl.cli.call.MethodName;
import io.rpcidl.cli.call.Params;
import io.rpcidl.cli.call.Results;
import io.rpcidl.cli.call.Servers;
import io.rpcidl.cli.call.Texts;
import io.rpcidl.cli.shell.Console;
import io.rpcidl.cli.shell.ExitCode;
import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.compile.Compilation;
import io.rpcidl.idl.compile.Compiler;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import io.rpcidl.runtime.RpcException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Calls a method of a running server. */
@Command(
        name = "call",
        headerHeading = "Examples:%n"
                + "  rpc call localhost:4000 shop.v1.Shop/get '{\"sku\": \"A-1\"}'%n"
                + "  rpc call localhost:4000 Shop/get sku=A-1%n"
                + "  rpc call localhost:4000 Shop/list limit=5 | jq -r '.[].name'%n"
                + "  rpc call localhost:4000 Shop/browse          # prints items as they come%n"
                + "  rpc call localhost:4000 Shop/order < lines   # sends items as they are read%n"
                + "  rpc call registry://localhost:4500 shop.v1.Shop/get @params.json%n"
                + "  rpc call --cacert ca.pem -H 'authorization: @token' host:443 Shop/list%n%n",
        description = {
            "Calls a method of a running server and prints what it answers: JSON, one value a line, on standard output, and"
                    + " nothing for a method without a result. What fails is said on standard error.",
            "The contract is asked of the server (rpc.describe.v1), or read from --contracts, so that names can be checked"
                    + " before anything is sent."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the call was answered",
            "2:misuse: a wrong option; a service, method or parameter that does not exist. Nothing was sent",
            "4:refused: what was asked for is wrong, is not there, or does not fit the state of things",
            "5:denied: the server does not know who calls, or does not let them",
            "6:unavailable: no server could be reached, or none has room",
            "7:not answered in time",
            "8:a fault of the server",
            "9:cancelled by the server or on the way",
            "130:interrupted (Ctrl-C), which cancels the call",
            "141:whoever read the output does so no more"
        })
final class CallCommand implements Callable<Integer>, Completed {

    @ParentCommand
    private Rpc rpc;

    @Mixin
    private Remote remote;

    @Parameters(
            index = "1",
            paramLabel = "SERVICE/METHOD",
            description = "The method. Of the service the last part of its name will do, where only one has that.")
    private String method;

    @Parameters(
            index = "2..*",
            arity = "0..*",
            paramLabel = "PARAMS",
            description =
                    "One JSON value, an object of parameters by name or an array by position; @FILE to read it from a"
                            + " file, - from standard input. Or any number of name=value, whose value is a string or JSON as the"
                            + " contract says, and name:=JSON.")
    private List<String> params = new ArrayList<>();

    @Option(
            names = "--items",
            paramLabel = "ITEMS",
            defaultValue = Texts.INPUT,
            description =
                    "The items of a method that takes a stream: JSON values, one after the other, or @FILE. Default:"
                            + " standard input.")
    private String items;

    @Option(
            names = "--contracts",
            paramLabel = "PATH",
            description =
                    "Contracts, in place of those that the server shows: a folder, a file or a jar; may be given more"
                            + " than once.")
    private List<Path> contracts = new ArrayList<>();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "How the method is answered, where no contract says it: unary, oneway, server-stream,"
                    + " client-stream or bidi-stream. The server is not asked for a contract then.")
    private String kind;

    @Option(
            names = {"-n", "--limit"},
            paramLabel = "NUMBER",
            description = "End the call after so many items; 'head' is noticed only with the next one.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--pretty", description = "Print each value on several lines.")
    private boolean pretty;

    @Option(
            names = {"-i", "--include"},
            description = "Print the metadata of the answer, on standard error.")
    private boolean include;

    @Override
    public Integer call() throws IOException {
        Console console = rpc.console();
        MethodName name = MethodName.parse(method);
        try (Servers servers = remote.open()) {
            try {
                Callee callee = callee(servers, name);
                if (items.equals(Texts.INPUT)
                        && params.equals(List.of(Texts.INPUT))
                        && callee.kind().sendsItems()) {
                    throw new Misuse("parameters and items cannot both come from standard input");
                }
                byte[] json = Params.read(callee, params, console.in());
                Results results = new Results(console.out(), console.err(), pretty, include, limit);
                return call(new Exchange(servers, callee, results), callee, json);
            } catch (RpcException e) {
                if (servers.ending()) {
                    return ExitCode.INTERRUPTED;
                }
                throw e;
            }
        }
    }

    private int call(Exchange exchange, Callee callee, byte[] json) throws IOException {
        Console console = rpc.console();
        try {
            boolean reads = callee.kind().sendsItems();
            return exchange.run(json, reads ? Texts.open(items, console.in()) : console.in());
        } catch (RpcException e) {
            if (callee.guessed()) {
                console.err()
                        .println("rpc: the server does not show its contract, so the method was taken to be unary;"
                                + " --kind says otherwise");
            }
            throw e;
        }
    }

    private Callee callee(Servers servers, MethodName name) {
        if (!contracts.isEmpty()) {
            contracts.forEach(Sources::requireThere);
            Compilation compilation = Compiler.compileRoots(contracts);
            if (compilation.hasErrors()) {
                throw new Misuse("the contracts have errors; 'rpc check' with the same paths shows them");
            }
            return Callees.in(Contract.of(compilation.schema().orElseThrow()), name);
        }
        return kind == null ? Callees.at(servers, name) : Callee.unknown(name, kind(kind));
    }

    private static Kind kind(String text) {
        try {
            return Kind.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new Misuse(
                    "'" + text + "' is no kind: expected unary, oneway, server-stream, client-stream or bidi-stream");
        }
    }

    @Override
    public List<String> candidates() throws IOException {
        try (Servers servers = remote.open(PATIENCE)) {
            return params.isEmpty()
                    ? Candidates.methods(servers, method)
                    : Candidates.parameters(servers, MethodName.parse(method), params);
        }
    }
}
