package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.codegen.java.ServiceNames.JavaMethod;
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
        return Javadocs.joined(Javadocs.text(method.model().doc()), tags.build());
    }

    /** Returns the doc comment for those who implement the method. */
    CodeBlock ofHandler(JavaMethod method, boolean later) {
        CodeBlock text = Javadocs.text(method.model().doc());
        return later ? text : Javadocs.joined(text, errors(method));
    }

    private CodeBlock errors(JavaMethod method) {
        CodeBlock.Builder tags = CodeBlock.builder();
        method.model().errors().forEach(error -> {
            String doc = types.declaration(error).doc();
            String when = doc.isBlank() ? "as the contract says" : Javadocs.harmless(doc);
            tags.add("@throws $T $L\n", types.className(error), when);
        });
        return tags.build();
    }
}
