package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.Literal;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.compile.link.Links;
import io.rpcidl.idl.diagnostic.DiagnosticSink;

/** Defaults, constants and examples hold the constraints of their types, at any depth. */
final class ConstrainedValues implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        ValueConstraints constraints = new ValueConstraints(contract, sink);
        Links links = contract.links();
        contract.declarations().forEach(declaration -> {
            Traversal.members(declaration)
                    .forEach(member -> member.defaultValue()
                            .ifPresent(literal -> check(literal, member.type(), links, constraints)));
            if (declaration instanceof ConstDeclaration constant) {
                check(constant.value(), constant.type(), links, constraints);
            }
        });
        links.examples()
                .forEach(example -> links.value(example.literal())
                        .ifPresent(value -> constraints.check(example.literal(), value, example.type())));
    }

    private static void check(Literal literal, TypeExpression type, Links links, ValueConstraints constraints) {
        links.value(literal)
                .ifPresent(value -> links.type(type).ifPresent(found -> constraints.check(literal, value, found)));
    }
}
