package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.TextLiteral;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;
import java.util.HashMap;
import java.util.Map;

/** No member has a reserved name, neither in the contract nor on the wire, and each name is reserved once. */
final class ReservedNames implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().forEach(declaration -> {
            Map<String, Span> reserved = new HashMap<>();
            Traversal.reserved(declaration).forEach(name -> take(name, reserved, sink));
            if (!reserved.isEmpty()) {
                NameScope.in(declaration).forEach(scope -> checkMembers(scope, reserved, sink));
            }
        });
    }

    private static void take(TextLiteral name, Map<String, Span> reserved, DiagnosticSink sink) {
        String text = name.value();
        if (text.isEmpty() || text.chars().anyMatch(Character::isISOControl)) {
            sink.add(Code.BAD_RESERVED, name.span(), "a reserved name is neither empty nor has control characters");
            return;
        }
        Span first = reserved.putIfAbsent(text, name.span());
        if (first != null) {
            sink.add(Diagnostic.of(Code.BAD_RESERVED, name.span(), "'" + text + "' is reserved twice")
                    .withRelated("first reserved here", first));
        }
    }

    private static void checkMembers(NameScope scope, Map<String, Span> reserved, DiagnosticSink sink) {
        for (NameScope.Entry entry : scope.entries()) {
            entry.allNames().filter(reserved::containsKey).limit(1).forEach(name -> {
                String who = name.equals(entry.name().text())
                        ? "the name '" + name + "'"
                        : "'" + name + "', which '" + entry.name() + "' is called on the wire,";
                sink.add(
                        Diagnostic.of(Code.RESERVED_NAME, entry.name().span(), who + " is reserved in " + scope.owner())
                                .withRelated("reserved here", reserved.get(name))
                                .withHelp("choose another name: old data may still have it with another meaning"));
            });
        }
    }
}
