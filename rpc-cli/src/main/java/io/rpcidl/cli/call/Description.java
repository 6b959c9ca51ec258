package io.rpcidl.cli.call;

import io.rpcidl.cli.shell.Misuse;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import io.rpcidl.idl.model.Service;
import io.rpcidl.runtime.service.describe.ServiceDescription;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a server says of a service, a method, a type, or of all that it serves. */
public final class Description {

    /** The services that every server has are of interest to those who ask for them. */
    private static final List<String> EVERYWHERE =
            List.of("rpc.health.v1.Health", "rpc.describe.v1.Describe", "rpc.live.v1.Live");

    private final List<ServiceDescription> services;
    private final Contract contract;
    private final Optional<String> name; // of a method or a type; of a service it is not needed any more

    private Description(List<ServiceDescription> services, Contract contract, Optional<String> name) {
        this.services = services;
        this.contract = contract;
        this.name = name;
    }

    /**
     * Asks a server.
     *
     * @param name of a service, {@code SERVICE/METHOD} or a type; empty for all that it serves
     */
    public static Description of(Servers servers, Optional<String> name) {
        Optional<String> service = name.map(each -> each.split("/", 2)[0]);
        DescribedServer server = service.map(servers::describedBy).orElseGet(servers::described);
        Optional<String> found = service.flatMap(each -> Names.find(server.names(), each));
        List<ServiceDescription> services = found.map(each -> List.of(server.service(each)))
                .orElseGet(() -> name.isPresent() ? server.services() : own(server.services()));
        if (found.isEmpty() && name.filter(each -> each.contains("/")).isPresent()) {
            server.service(service.orElseThrow()); // which says that it is not there
        }
        Contract contract = server.contract(services);
        if (contract.files().isEmpty()) {
            throw new Misuse("the server does not have the contract of "
                    + services.stream()
                            .map(each -> Printable.escaped(each.name()))
                            .collect(Collectors.joining(", "))
                    + "; 'rpc list' names the methods");
        }
        return new Description(services, contract, name.filter(each -> found.isEmpty() || each.contains("/")));
    }

    private static List<ServiceDescription> own(List<ServiceDescription> all) {
        List<ServiceDescription> own =
                all.stream().filter(each -> !EVERYWHERE.contains(each.name())).toList();
        return own.isEmpty() ? all : own;
    }

    /** Returns the services that it is about; of a type, all. */
    public List<ServiceDescription> services() {
        return services;
    }

    /** Returns their contract. */
    public Contract contract() {
        return contract;
    }

    /** Returns what the contract means. */
    public Schema schema() {
        return contract.schema()
                .orElseThrow(() ->
                        new Misuse("the contract that the server shows has errors; --out saves it, and 'rpc check'"
                                + " shows them"));
    }

    /** Returns the declarations, each below its full name. */
    public String text() {
        Map<String, String> texts = new LinkedHashMap<>();
        if (name.filter(each -> each.contains("/")).isPresent()) {
            appendMethod(MethodName.parse(name.get()), texts);
        } else if (name.isPresent()) {
            append(type(name.get()), texts);
        } else {
            services.forEach(each -> append(declaration(each), texts));
        }
        return texts.entrySet().stream()
                .map(each -> "// " + each.getKey() + "\n" + each.getValue())
                .collect(Collectors.joining("\n\n"));
    }

    private QualifiedName type(String written) {
        Map<String, QualifiedName> names = new LinkedHashMap<>();
        contract.texts().names().forEach(each -> names.put(each.toString(), each));
        return names.get(Names.choose("service or type", "here", names.keySet(), written));
    }

    /** A service's name on the wire is that of its declaration, unless the contract says otherwise. */
    private QualifiedName declaration(ServiceDescription service) {
        return contract.service(service.name()).map(Service::name).orElseGet(() -> type(service.name()));
    }

    private void appendMethod(MethodName written, Map<String, String> texts) {
        schema();
        Callee callee = Callees.in(contract, written);
        Contract.Declared declared = callee.declared().orElseThrow();
        contract.texts()
                .method(declared.service(), declared.method().name())
                .ifPresent(text -> texts.put(callee.fullName(), text));
        List<QualifiedName> types = new ArrayList<>(new TypesUsed(schema()).by(declared.method()));
        types.forEach(each -> append(each, texts));
    }

    private void append(QualifiedName declared, Map<String, String> texts) {
        contract.texts().declaration(declared).ifPresent(text -> texts.put(declared.toString(), text));
    }
}
