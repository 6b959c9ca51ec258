package io.rpcidl.idl.compile.rule;

import io.rpcidl.idl.ast.AnnotationDeclaration;
import io.rpcidl.idl.ast.MixinDeclaration;
import io.rpcidl.idl.compile.link.LinkedContract;
import io.rpcidl.idl.diagnostic.Code;
import io.rpcidl.idl.diagnostic.Diagnostic;
import io.rpcidl.idl.diagnostic.DiagnosticSink;
import io.rpcidl.idl.source.Span;

/** What the grammar knows but the language will have later only, each with what to write instead. */
final class Later implements Rule {

    @Override
    public void check(LinkedContract contract, DiagnosticSink sink) {
        contract.declarations().forEach(declaration -> {
            if (declaration instanceof MixinDeclaration) {
                refuse(sink, declaration.name().span(), "mixins", "repeat the fields");
            }
            if (declaration instanceof AnnotationDeclaration) {
                refuse(sink, declaration.name().span(), "annotations of your own", "use a comment");
            }
            declaration.header().typeParameters().stream()
                    .limit(1)
                    .forEach(name -> refuse(sink, name.span(), "type parameters", "declare one type for each use"));
        });
    }

    static void refuse(DiagnosticSink sink, Span span, String what, String instead) {
        sink.add(Diagnostic.of(Code.NOT_SUPPORTED, span, what + " are for a later version of the language")
                .withHelp("for now, " + instead));
    }
}
