package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.EnumDeclaration;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.DiagnosticSink;

/** An enum or a union has a member: without one it has no value. */
final class Members implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .filter(Members::isEmpty)
                .forEach(declaration -> sink.add(
                        Code.EMPTY_ENUM,
                        declaration.name().span(),
                        "the " + declaration.keyword() + " '" + declaration.name() + "' has no members"));
    }

    private static boolean isEmpty(Declaration declaration) {
        return declaration instanceof EnumDeclaration enumeration
                ? enumeration.members().isEmpty()
                : declaration instanceof UnionDeclaration union
                        && union.members().isEmpty();
    }
}
