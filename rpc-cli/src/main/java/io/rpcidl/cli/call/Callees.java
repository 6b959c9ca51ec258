package io.rpcidl.cli.call;

import io.rpcidl.runtime.CallTrace;
import io.rpcidl.runtime.MethodDescriptor.Kind;
import io.rpcidl.runtime.Processed;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.service.describe.MethodDescription;
import io.rpcidl.runtime.service.describe.ServiceDescription;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Finds out what a method is that somebody has named. */
public final class Callees {

    /** What a user says of the call's time does not hold for what is asked before. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Callees() {}

    /** Looks a method up in a contract. Fails with {@link io.rpcidl.cli.shell.Misuse} if it is not there. */
    public static Callee in(Contract contract, MethodName name) {
        String service = Names.choose("service", "here", contract.services(), name.service());
        return contract.method(service, name.method())
                .map(found -> Callee.of(service, contract, found))
                .orElseGet(() -> {
                    List<String> all = contract.methods(service).stream()
                            .map(each -> each.method().wireName())
                            .toList();
                    return Callee.unknown(missing(service, all, name), Kind.UNARY);
                });
    }

    /**
     * Asks a server. One that does not say what it serves, or not to this caller, may well have the method: then that is taken
     * to be unary. Fails with {@link io.rpcidl.cli.shell.Misuse} if the server says that it has no such method.
     */
    public static Callee at(Servers servers, MethodName name) {
        DescribedServer server = servers.describedBy(name.service()).within(PATIENCE);
        try {
            server.services();
        } catch (RpcException e) {
            if (e.code() == StatusCode.DEADLINE_EXCEEDED) {
                String message = e.status().message() + "; with --kind nothing is asked before the call";
                throw ended(new RpcException(Status.notProcessed(e.code(), message), e), e.trace());
            }
            if (e.code() == StatusCode.UNAVAILABLE && e.status().processed() == Processed.NO) {
                throw e; // and so will the call itself
            }
            return Callee.guessed(name);
        }
        ServiceDescription service = server.service(name.service());
        Contract contract = contract(server, service);
        return contract.method(service.name(), name.method())
                .map(found -> Callee.of(service.name(), contract, found))
                .orElseGet(() -> undeclared(service, name));
    }

    /** The contract is a convenience: a call that is known by name and kind can do without. */
    private static Contract contract(DescribedServer server, ServiceDescription service) {
        try {
            return server.contract(List.of(service));
        } catch (RpcException e) {
            return Contract.NONE;
        }
    }

    private static Callee undeclared(ServiceDescription service, MethodName name) {
        Optional<MethodDescription> found = service.methods().stream()
                .filter(each -> each.name().equals(name.method()))
                .findFirst();
        if (found.isEmpty()) {
            missing(
                    service.name(),
                    service.methods().stream().map(MethodDescription::name).toList(),
                    name);
        }
        String kind = found.orElseThrow().kind().wireName();
        MethodName whole = new MethodName(service.name(), name.method());
        return Arrays.stream(Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .map(each -> Callee.unknown(whole, each))
                .orElseGet(() -> Callee.guessed(whole));
    }

    private static MethodName missing(String service, List<String> methods, MethodName name) {
        Names.choose("method", "in " + Printable.escaped(service), methods, name.method());
        return new MethodName(service, name.method());
    }

    private static RpcException ended(RpcException failure, CallTrace trace) {
        return trace == null ? failure : failure.ending(trace);
    }
}
