package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.PackageScope;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** A package has one Java package, whatever file says so, and shares it with no other: their classes could clash. */
final class JavaPackagesOneToOne implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        Map<String, PackageScope> owners = new HashMap<>();
        for (PackageScope each : contract.table().packages().values()) {
            JavaPackages.named(each.units()).ifPresent(chosen -> {
                checkFiles(each, chosen, sink);
                PackageScope owner = owners.putIfAbsent(chosen.name().toLowerCase(Locale.ROOT), each);
                if (owner != null) {
                    reportShared(chosen, owner, sink);
                }
            });
        }
    }

    private static void checkFiles(PackageScope scope, JavaPackages.Named chosen, DiagnosticSink sink) {
        scope.units().stream()
                .flatMap(unit -> JavaPackages.options(unit).findFirst().stream())
                .filter(other -> !other.name().equals(chosen.name()))
                .forEach(other -> sink.add(Diagnostic.of(
                                Code.JAVA_PACKAGE_CONFLICT,
                                other.span(),
                                "package " + scope.name() + " has another Java package already, '" + chosen.name()
                                        + "'")
                        .withRelated("chosen here", chosen.span())));
    }

    private static void reportShared(JavaPackages.Named chosen, PackageScope owner, DiagnosticSink sink) {
        String message = "the Java package '" + chosen.name() + "' belongs to package " + owner.name() + " already";
        Diagnostic diagnostic = Diagnostic.of(Code.JAVA_PACKAGE_CONFLICT, chosen.span(), message);
        sink.add(JavaPackages.named(owner.units())
                .map(first -> diagnostic.withRelated("chosen here", first.span()))
                .orElse(diagnostic));
    }
}
