package io.rpcidl.runtime.service;

import io.rpcidl.runtime.service.describe.Contract;
import io.rpcidl.runtime.service.describe.ContractFile;
import io.rpcidl.runtime.service.describe.ContractNotFoundException;
import io.rpcidl.runtime.service.describe.Describe;
import io.rpcidl.runtime.service.describe.DescribeHandler;
import io.rpcidl.runtime.service.describe.MethodDescription;
import io.rpcidl.runtime.service.describe.MethodKind;
import io.rpcidl.runtime.service.describe.ServerDescription;
import io.rpcidl.runtime.service.describe.ServiceDescription;
import io.rpcidl.runtime.stub.ContractPackage;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import java.util.ArrayList;
import java.util.List;

/** The contract {@code rpc.describe.v1}: what it shows are files of the contracts of its services, and no others. */
public final class DescribeService implements DescribeHandler {

    /** The service's name on the wire. */
    public static final String NAME = "rpc.describe.v1.Describe";

    private final List<ServiceDefinition> services;

    /** Makes the service of a server that serves some others, and this one. */
    public DescribeService(List<ServiceDefinition> others) {
        this.services = new ArrayList<>(others);
        services.add(definition_());
    }

    @Override
    public ServerDescription services(Describe.ServicesRequest request) {
        return new ServerDescription(
                services.stream().map(DescribeService::describe).toList());
    }

    private static ServiceDescription describe(ServiceDefinition service) {
        List<MethodDescription> methods = service.bindings().stream()
                .map(Binding::method)
                .map(each -> new MethodDescription(
                        each.methodName(), MethodKind.of(each.kind().name())))
                .toList();
        List<String> packages =
                service.contract().stream().map(ContractPackage::name).toList();
        return new ServiceDescription(service.name(), methods, packages);
    }

    @Override
    public Contract contract(Describe.ContractRequest request) {
        String name = request.packageName();
        List<ContractFile> files = services.stream()
                .flatMap(service -> service.contract().stream())
                .filter(each -> each.name().equals(name))
                .map(DescribeService::files)
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
        if (files.isEmpty()) {
            String message = "no contract of package '" + name + "' here";
            throw ContractNotFoundException.builder(message).packageName(name).build();
        }
        return new Contract(files);
    }

    /** Returns all files of a package, or none: half a package is of no use. */
    private static List<ContractFile> files(ContractPackage contract) {
        List<ContractFile> files = new ArrayList<>();
        for (String path : contract.paths()) {
            String text = contract.read(path);
            if (text == null) {
                return List.of();
            }
            files.add(new ContractFile(path, text));
        }
        return files;
    }
}
