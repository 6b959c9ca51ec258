package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.compile.annotation.BuiltinAnnotation;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;

/** Only a field that may be absent can tell absent from null. */
final class Tristates implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .flatMap(declaration -> Traversal.fields(declaration).stream())
                .filter(field -> !field.type().optional())
                .forEach(field -> BuiltinAnnotation.TRISTATE
                        .find(field.annotations())
                        .ifPresent(annotation -> sink.add(Diagnostic.of(
                                        Code.ANNOTATION_TYPE,
                                        annotation.span(),
                                        "'@tristate' needs a field that may be absent, and '" + field.name()
                                                + "' always has a value")
                                .withHelp("write a '?' behind the type"))));
    }
}
