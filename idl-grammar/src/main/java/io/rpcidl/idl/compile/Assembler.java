package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.AliasDeclaration;
import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.compile.rule.AllowanceOption;
import io.rpcidl.idl.compile.rule.JavaPackages;
import io.rpcidl.idl.model.Alias;
import io.rpcidl.idl.model.Constant;
import io.rpcidl.idl.model.ContractFile;
import io.rpcidl.idl.model.ContractPackage;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Schema;
import java.util.List;
import java.util.stream.Stream;

/** Makes the schema of a contract that has no errors. */
final class Assembler {

    private final LinkedContract contract;
    private final FieldAssembler fields;
    private final TypeAssembler types;
    private final ServiceAssembler services;

    Assembler(LinkedContract contract) {
        this.contract = contract;
        this.fields = new FieldAssembler(contract.links());
        this.types = new TypeAssembler(fields);
        this.services = new ServiceAssembler(contract.links(), fields);
    }

    Schema assemble() {
        return new Schema(
                contract.table().packages().values().stream()
                        .map(this::contractPackage)
                        .toList(),
                contract.units().stream().flatMap(Assembler::file).toList());
    }

    private static Stream<ContractFile> file(SourceUnit unit) {
        return unit.packageName().stream()
                .map(name -> new ContractFile(
                        name.text(),
                        name.span(),
                        unit.imports().stream()
                                .map(each -> each.packageName().text())
                                .distinct()
                                .sorted()
                                .toList(),
                        AllowanceOption.LINT.of(unit),
                        AllowanceOption.BREAKING.of(unit)));
    }

    private ContractPackage contractPackage(PackageScope scope) {
        List<Declaration> all = scope.units().stream()
                .map(SourceUnit::declarations)
                .flatMap(List::stream)
                .toList();
        return new ContractPackage(
                scope.name(),
                JavaPackages.of(scope.units()),
                all.stream().flatMap(each -> types.type(each, scope).stream()).toList(),
                stream(all, AliasDeclaration.class)
                        .map(each -> alias(each, scope))
                        .toList(),
                stream(all, ConstDeclaration.class)
                        .map(each -> constant(each, scope))
                        .toList(),
                stream(all, ServiceDeclaration.class)
                        .map(each -> services.service(each, scope))
                        .toList());
    }

    private static <D extends Declaration> Stream<D> stream(List<Declaration> all, Class<D> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }

    private Alias alias(AliasDeclaration alias, PackageScope scope) {
        return new Alias(
                new QualifiedName(scope.name(), alias.name().text()),
                fields.notes(alias.header().doc(), alias.annotations()),
                fields.type(alias.type()),
                alias.name().span());
    }

    private Constant constant(ConstDeclaration constant, PackageScope scope) {
        return new Constant(
                new QualifiedName(scope.name(), constant.name().text()),
                fields.notes(constant.header().doc(), constant.annotations()),
                fields.type(constant.type()),
                fields.value(constant.value()),
                constant.name().span());
    }
}
