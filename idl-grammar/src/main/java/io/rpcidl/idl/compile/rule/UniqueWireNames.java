package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.ServiceDeclaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.compile.link.WireNames;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Names on the wire differ: those of members of one body, of parameters, and of the services of one package. */
final class UniqueWireNames implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        Stream<NameScope> services =
                contract.table().packages().values().stream().map(UniqueWireNames::services);
        Stream.concat(services, contract.declarations().flatMap(NameScope::in))
                .forEach(scope -> checkScope(scope, sink));
    }

    private static NameScope services(PackageScope scope) {
        List<NameScope.Entry> entries = scope.units().stream()
                .map(SourceUnit::declarations)
                .flatMap(List::stream)
                .filter(ServiceDeclaration.class::isInstance)
                .map(each -> new NameScope.Entry(
                        each.name(), WireNames.of(each.annotations(), scope.name() + "." + each.name()), List.of()))
                .toList();
        return new NameScope("package " + scope.name(), entries);
    }

    private static void checkScope(NameScope scope, DiagnosticSink sink) {
        Map<String, NameScope.Entry> seen = new HashMap<>();
        for (NameScope.Entry entry : scope.entries()) {
            NameScope.Entry first = seen.putIfAbsent(entry.wireName(), entry);
            boolean sameName =
                    first != null && first.name().text().equals(entry.name().text());
            if (first != null && !sameName) {
                String message = "'" + entry.name() + "' and '" + first.name() + "' are both '" + entry.wireName()
                        + "' on the wire in " + scope.owner();
                sink.add(Diagnostic.of(Code.DUPLICATE_WIRE_NAME, entry.name().span(), message)
                        .withRelated("the other one is here", first.name().span()));
            }
        }
    }
}
