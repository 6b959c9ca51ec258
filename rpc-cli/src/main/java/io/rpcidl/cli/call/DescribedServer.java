package io.rpcidl.cli.call;

import io.rpcidl.idl.source.SourceFile;
import io.rpcidl.runtime.CallOptions;
import io.rpcidl.runtime.Channel;
import io.rpcidl.runtime.Deadline;
import io.rpcidl.runtime.RpcException;
import io.rpcidl.runtime.Status;
import io.rpcidl.runtime.StatusCode;
import io.rpcidl.runtime.service.describe.ContractFile;
import io.rpcidl.runtime.service.describe.ContractNotFoundException;
import io.rpcidl.runtime.service.describe.Describe;
import io.rpcidl.runtime.service.describe.ServiceDescription;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a server says of itself; it is asked when it is needed, and believed nothing that could do harm. */
public final class DescribedServer {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int MAX_PACKAGES = 1_000;
    private static final long MAX_CHARACTERS = 64L * 1024 * 1024;

    private final Describe describe;
    private List<ServiceDescription> services;

    private final Channel channel;
    private final CallOptions options;

    DescribedServer(Channel channel, CallOptions options) {
        this.channel = channel;
        this.options = options;
        this.describe = Describe.stub(channel).with(options);
    }

    /** Returns the channel to it. */
    Channel channel() {
        return channel;
    }

    /** Returns the same, asked with another time for each answer. */
    DescribedServer within(Duration timeout) {
        return new DescribedServer(channel, options.withTimeout(timeout));
    }

    /** Returns all its services. Fails as calls do. */
    public List<ServiceDescription> services() {
        if (services == null) {
            services = describe.services().services();
        }
        return services;
    }

    /** Returns the names of all its services. */
    public List<String> names() {
        return services().stream().map(ServiceDescription::name).toList();
    }

    /** Returns the service of a name, or of the last part of one. */
    public ServiceDescription service(String written) {
        String name = Names.choose("service", "here", names(), written);
        return services().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the contract of some services, with all that it imports; what the server does not have is left out. */
    public Contract contract(Collection<ServiceDescription> some) {
        Set<String> packages = new LinkedHashSet<>();
        some.forEach(each -> packages.addAll(each.packages()));
        List<SourceFile> files = new ArrayList<>();
        long characters = 0;
        Deadline end = Deadline.after(PATIENCE);
        for (String each : packages.stream().limit(MAX_PACKAGES).toList()) {
            if (end.isExpired()) {
                String message = "the server did not show its contract within " + PATIENCE.toSeconds() + " s";
                throw new RpcException(Status.notProcessed(StatusCode.DEADLINE_EXCEEDED, message));
            }
            for (ContractFile file : files(each)) {
                files.add(new SourceFile(Printable.escaped(file.path()), file.path(), file.text()));
                characters += file.text().length();
            }
            if (characters > MAX_CHARACTERS) {
                return Contract.NONE;
            }
        }
        return Contract.of(files);
    }

    private List<ContractFile> files(String packageName) {
        try {
            return describe.contract(packageName).files();
        } catch (ContractNotFoundException e) {
            return List.of(); // it has not come along with the server's program
        }
    }
}
