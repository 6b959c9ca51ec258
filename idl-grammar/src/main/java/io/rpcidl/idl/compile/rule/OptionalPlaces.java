package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.AliasDeclaration;
import io.rpcidl.idl.ast.ConstDeclaration;
import io.rpcidl.idl.ast.Declaration;
import io.rpcidl.idl.ast.MethodDeclaration;
import io.rpcidl.idl.ast.NewtypeDeclaration;
import io.rpcidl.idl.ast.Traversal;
import io.rpcidl.idl.ast.TypeArgument;
import io.rpcidl.idl.ast.TypeExpression;
import io.rpcidl.idl.ast.UnionDeclaration;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import java.util.List;

/** {@code ?} stands once behind a type, and only where something may be absent. */
final class OptionalPlaces implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().forEach(declaration -> {
            Traversal.types(declaration).forEach(type -> checkType(type, sink));
            checkDeclaration(declaration, sink);
            Traversal.methods(declaration).forEach(method -> checkStreams(method, sink));
        });
    }

    private static void checkType(TypeExpression type, DiagnosticSink sink) {
        if (type.marks() > 1) {
            sink.add(Diagnostic.of(Code.OPTIONAL_TWICE, type.span(), "the type is marked as optional more than once")
                    .withHelp("one '?' is enough"));
        }
        List<TypeArgument> arguments = type.arguments();
        String name = type.name().text();
        if (name.equals("set") && arguments.size() == 1) {
            refuse(arguments.get(0).type(), "an element of a set", sink);
        } else if (name.equals("map") && arguments.size() == 2) {
            refuse(arguments.get(0).type(), "a key of a map", sink);
        }
    }

    private static void checkDeclaration(Declaration declaration, DiagnosticSink sink) {
        if (declaration instanceof AliasDeclaration alias) {
            refuse(alias.type(), "what an alias stands for", sink);
        } else if (declaration instanceof NewtypeDeclaration newtype) {
            refuse(newtype.type(), "what a newtype is made of", sink);
        } else if (declaration instanceof ConstDeclaration constant) {
            refuse(constant.type(), "a constant", sink);
        } else if (declaration instanceof UnionDeclaration union) {
            union.members().stream()
                    .flatMap(member -> member.type().stream())
                    .forEach(type -> refuse(type, "a member of a union", sink));
        }
    }

    private static void checkStreams(MethodDeclaration method, DiagnosticSink sink) {
        method.parameters().stream()
                .filter(each -> each.stream().isPresent())
                .forEach(each -> refuse(each.type(), "an item of a stream", sink));
        method.result()
                .filter(result -> result.stream().isPresent())
                .ifPresent(result -> refuse(result.type(), "an item of a stream", sink));
    }

    private static void refuse(TypeExpression type, String what, DiagnosticSink sink) {
        if (type.optional()) {
            sink.add(Diagnostic.of(Code.NULL_NOT_ALLOWED, type.span(), what + " cannot be optional")
                    .withHelp("remove the '?'"));
        }
    }
}
