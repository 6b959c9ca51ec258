package io.rpcidl.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.Noted;
import java.util.List;

/** What the contract has marked as deprecated is so in Java, for those who use it. */
final class Deprecations {

    private Deprecations() {}

    /** Returns the annotation, if there is a reason for it. */
    static List<AnnotationSpec> annotations(Noted noted) {
        return noted.notes().deprecated().isPresent()
                ? List.of(AnnotationSpec.builder(Deprecated.class).build())
                : List.of();
    }

    /** Returns the tag of the doc comment, nothing if it is not deprecated. */
    static CodeBlock tag(Noted noted) {
        return noted.notes()
                .deprecated()
                .map(reason -> CodeBlock.of(
                        "@deprecated $L\n", reason.isBlank() ? "as the contract says" : Javadocs.harmless(reason)))
                .orElse(CodeBlock.of(""));
    }
}
