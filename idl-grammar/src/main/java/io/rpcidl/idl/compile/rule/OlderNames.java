package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A name of {@code @alias} means one thing when read: it is not what another member is, was or is called on the wire. */
final class OlderNames implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().flatMap(NameScope::in).forEach(scope -> checkScope(scope, sink));
    }

    private static void checkScope(NameScope scope, DiagnosticSink sink) {
        if (scope.entries().stream().allMatch(entry -> entry.aliases().isEmpty())) {
            return;
        }
        Map<String, NameScope.Entry> names = new HashMap<>();
        scope.entries().forEach(entry -> {
            names.putIfAbsent(entry.wireName(), entry);
            names.putIfAbsent(entry.name().text(), entry);
        });
        Map<String, Span> seen = new HashMap<>();
        for (NameScope.Entry entry : scope.entries()) {
            Set<String> own = new HashSet<>();
            for (TextLiteral alias : entry.aliases()) {
                NameScope.Entry other = names.get(alias.value());
                Span first = seen.putIfAbsent(alias.value(), alias.span());
                if (alias.value().equals(entry.wireName())) {
                    report(
                            alias,
                            "is what '" + entry.name() + "' is called on the wire anyway",
                            entry.name().span(),
                            sink);
                } else if (other != null && other != entry) {
                    report(
                            alias,
                            "is the name of '" + other.name() + "'",
                            other.name().span(),
                            sink);
                } else if (!own.add(alias.value()) || first != null) {
                    report(alias, "is an older name already in " + scope.owner(), first, sink);
                }
            }
        }
    }

    private static void report(TextLiteral alias, String what, Span related, DiagnosticSink sink) {
        sink.add(Diagnostic.of(Code.ALIAS_CLASH, alias.span(), "'" + alias.value() + "' " + what)
                .withRelated("the other one is here", related));
    }
}
