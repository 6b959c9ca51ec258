package io.rpcidl.idl.compile;

import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.ResultExpression;
import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.compile.annotation.MethodTraitsReader;
import io.rpcidl.idl.compile.link.Links;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.compile.link.Symbol;
import io.rpcidl.idl.compile.link.WireNames;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.Service;

/** Makes services and their methods. */
final class ServiceAssembler {

    private final Links links;
    private final FieldAssembler fields;
    private final ExampleAssembler examples;

    ServiceAssembler(Links links, FieldAssembler fields) {
        this.links = links;
        this.fields = fields;
        this.examples = new ExampleAssembler(links);
    }

    Service service(ServiceDeclaration service, PackageScope scope) {
        QualifiedName name = new QualifiedName(scope.name(), service.name().text());
        return new Service(
                name,
                WireNames.of(service.annotations(), name.toString()),
                fields.notes(service.header().doc(), service.annotations()),
                service.parents().stream()
                        .map(parent -> links.parent(parent).map(Symbol::name).orElseThrow())
                        .toList(),
                service.methods().stream().map(this::method).toList(),
                service.name().span());
    }

    private Method method(MethodDeclaration method) {
        String name = method.name().text();
        return new Method(
                name,
                WireNames.of(method.annotations(), name),
                fields.notes(method.doc(), method.annotations()),
                MethodTraitsReader.traits(method),
                method.parameters().stream()
                        .filter(each -> each.stream().isEmpty())
                        .map(fields::parameter)
                        .toList(),
                method.parameters().stream()
                        .filter(each -> each.stream().isPresent())
                        .map(fields::parameter)
                        .findFirst(),
                method.result().map(result -> fields.optionalType(result.type())),
                method.result().flatMap(ResultExpression::stream).isPresent(),
                method.errors().stream()
                        .map(error -> links.error(error).map(Symbol::name).orElseThrow())
                        .toList(),
                examples.of(method),
                method.name().span());
    }
}
