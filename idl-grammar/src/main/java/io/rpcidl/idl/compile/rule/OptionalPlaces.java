package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.TypeArgument;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.List;

/** {@code ?} stands once behind a type, and not on the elements of a set nor the keys of a map. */
final class OptionalPlaces implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().flatMap(Traversal::types).forEach(type -> checkType(type, sink));
    }

    private static void checkType(TypeExpression type, DiagnosticSink sink) {
        if (type.marks() > 1) {
            sink.add(Diagnostic.of(Code.OPTIONAL_TWICE, type.span(), "the type is marked as optional more than once")
                    .withHelp("one '?' is enough"));
        }
        List<TypeArgument> arguments = type.arguments();
        String name = type.name().text();
        if (name.equals("set") && arguments.size() == 1) {
            refuse(arguments.get(0).type(), "the elements of a set", sink);
        } else if (name.equals("map") && arguments.size() == 2) {
            refuse(arguments.get(0).type(), "the keys of a map", sink);
        }
    }

    private static void refuse(TypeExpression type, String what, DiagnosticSink sink) {
        if (type.optional()) {
            sink.add(Diagnostic.of(Code.NULL_NOT_ALLOWED, type.span(), what + " cannot be null")
                    .withHelp("remove the '?'"));
        }
    }
}
