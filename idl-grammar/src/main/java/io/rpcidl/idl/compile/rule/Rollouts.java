package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.FieldDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;

/** A field in rollout is neither optional nor defaulted: it is on its way to or from required. */
final class Rollouts implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .flatMap(declaration -> Traversal.fields(declaration).stream())
                .filter(field -> field.rollout().isPresent())
                .forEach(field -> checkField(field, sink));
    }

    private static void checkField(FieldDeclaration field, DiagnosticSink sink) {
        if (field.type().optional()) {
            sink.add(Diagnostic.of(
                            Code.ROLLOUT,
                            field.type().span(),
                            "'" + field.name() + "' is in rollout and cannot be optional too")
                    .withHelp("remove the '?', or the word 'rollout'"));
        }
        field.defaultValue()
                .ifPresent(value -> sink.add(Diagnostic.of(
                                Code.ROLLOUT,
                                value.span(),
                                "'" + field.name() + "' is in rollout and cannot have a default too")
                        .withHelp("remove the default, or the word 'rollout'")));
    }
}
