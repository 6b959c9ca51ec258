package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;

/** An enum has a member: without one it has no value. */
final class EnumMembers implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .filter(declaration -> declaration instanceof EnumDeclaration enumeration
                        && enumeration.members().isEmpty())
                .forEach(declaration -> sink.add(
                        Code.EMPTY_ENUM,
                        declaration.name().span(),
                        "the enum '" + declaration.name() + "' has no members"));
    }
}
