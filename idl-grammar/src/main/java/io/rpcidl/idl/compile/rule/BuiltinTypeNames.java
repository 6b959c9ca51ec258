package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.compile.link.BuiltinNames;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.Set;

/**
 * No declaration has the name of a built-in type, and no constant that of a value: it would silently change what other files of its package mean. Fields,
 * methods and parameters may be called anything.
 */
final class BuiltinTypeNames implements Rule {

    private static final Set<String> WORDS = Set.of("true", "false", "null", "NaN", "Infinity");

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations()
                .filter(declaration -> declaration instanceof ConstDeclaration
                        && WORDS.contains(declaration.name().text()))
                .forEach(declaration -> sink.add(Diagnostic.of(
                        Code.BUILTIN_NAME,
                        declaration.name().span(),
                        "'" + declaration.name() + "' is a value of the language already")));
        contract.declarations()
                .filter(declaration -> BuiltinNames.contains(declaration.name().text()))
                .forEach(declaration -> sink.add(Diagnostic.of(
                        Code.BUILTIN_NAME,
                        declaration.name().span(),
                        "'" + declaration.name() + "' is the name of a built-in type")));
    }
}
