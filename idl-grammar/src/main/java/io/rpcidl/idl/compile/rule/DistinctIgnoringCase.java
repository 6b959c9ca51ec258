package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.SourceUnit;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Names of one scope differ in more than upper and lower case: types become files, on disks that may not tell the
 * difference, and members become accessors that people should not confuse.
 */
final class DistinctIgnoringCase implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        Stream<NameScope> packages = contract.table().packages().values().stream()
                .flatMap(each -> Stream.of(
                        declared(each, declaration -> !(declaration instanceof ConstDeclaration)),
                        declared(each, ConstDeclaration.class::isInstance)));
        Stream.concat(packages, contract.declarations().flatMap(NameScope::in))
                .forEach(scope -> checkScope(scope, sink));
    }

    /** Constants become no files, and {@code MAX} beside {@code Max} is what people write. */
    private static NameScope declared(PackageScope scope, Predicate<Declaration> wanted) {
        List<NameScope.Entry> entries = scope.units().stream()
                .map(SourceUnit::declarations)
                .flatMap(List::stream)
                .filter(wanted)
                .map(each -> new NameScope.Entry(each.name(), "", List.of()))
                .toList();
        return new NameScope("package " + scope.name(), entries);
    }

    private static void checkScope(NameScope scope, DiagnosticSink sink) {
        Map<String, NameScope.Entry> seen = new HashMap<>();
        for (NameScope.Entry entry : scope.entries()) {
            String name = entry.name().text();
            NameScope.Entry first = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), entry);
            if (first != null && !first.name().text().equals(name)) {
                String message = "'" + name + "' and '" + first.name() + "' in " + scope.owner()
                        + " differ only in upper and lower case";
                sink.add(Diagnostic.of(Code.NAMES_DIFFER_IN_CASE, entry.name().span(), message)
                        .withRelated("the other one is here", first.name().span()));
            }
        }
    }
}
