package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.compile.rule.JavaPackages;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.Schema;
import java.util.List;

/** Makes the schema of a contract that has no errors. */
final class Assembler {

    private final LinkedContract contract;
    private final TypeAssembler types;
    private final ServiceAssembler services;

    Assembler(LinkedContract contract) {
        this.contract = contract;
        FieldAssembler fields = new FieldAssembler(contract.links());
        this.types = new TypeAssembler(fields);
        this.services = new ServiceAssembler(contract.links(), fields);
    }

    Schema assemble() {
        return new Schema(contract.table().packages().values().stream()
                .map(this::contractPackage)
                .toList());
    }

    private ContractPackage contractPackage(PackageScope scope) {
        List<Declaration> all = scope.units().stream()
                .map(SourceUnit::declarations)
                .flatMap(List::stream)
                .toList();
        return new ContractPackage(
                scope.name(),
                JavaPackages.of(scope.units()),
                all.stream().flatMap(each -> types.type(each, scope)).toList(),
                List.of(),
                List.of(),
                all.stream()
                        .filter(ServiceDeclaration.class::isInstance)
                        .map(each -> services.service((ServiceDeclaration) each, scope))
                        .toList());
    }
}
