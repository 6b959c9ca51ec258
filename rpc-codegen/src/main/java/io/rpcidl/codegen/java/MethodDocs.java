package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.QualifiedName;
import java.util.List;

/** The doc comments of a service's methods: what the contract says, and what they throw. */
final class MethodDocs {

    private final TypeMapper types;

    MethodDocs(TypeMapper types) {
        this.types = types;
    }

    /** Returns the doc comment for callers; a method that answers later throws none of its errors itself. */
    CodeBlock ofClient(JavaMethod method, List<JavaField> parameters, boolean later) {
        CodeBlock.Builder tags = CodeBlock.builder().add(Javadocs.params(parameters));
        if (!later) {
            tags.add(errors(method));
        }
        tags.add(Deprecations.tag(method.model()));
        return Javadocs.joined(text(method, later), tags.build());
    }

    /** Returns the doc comment for those who implement the method. */
    CodeBlock ofHandler(JavaMethod method, boolean later) {
        CodeBlock text = text(method, later);
        return later ? text : Javadocs.joined(text, errors(method));
    }

    private CodeBlock errors(JavaMethod method) {
        CodeBlock.Builder tags = CodeBlock.builder();
        for (QualifiedName error : documented(method, true)) {
            String when = Javadocs.harmless(types.declaration(error).doc());
            tags.add("@throws $T $L\n", types.className(error), when);
        }
        return tags.build();
    }

    /** Errors of which the contract says nothing stand in one sentence. */
    private CodeBlock text(JavaMethod method, boolean later) {
        CodeBlock text = Javadocs.text(method.model().doc());
        List<QualifiedName> errors = documented(method, false);
        if (later || errors.isEmpty()) {
            return text;
        }
        CodeBlock links = errors.stream()
                .map(error -> CodeBlock.of("{@link $T}", types.className(error)))
                .collect(CodeBlock.joining(",$W"));
        return text.toBuilder().add("Throws $L.\n", links).build();
    }

    private List<QualifiedName> documented(JavaMethod method, boolean documented) {
        return method.model().errors().stream()
                .filter(error -> types.declaration(error).doc().isBlank() != documented)
                .toList();
    }
}
