package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.MethodTraits;
import java.time.Duration;

/** What a contract says about the calls of a method, for its descriptor. */
final class TraitExpressions {

    private TraitExpressions() {}

    /** Returns an argument of the descriptor. */
    static CodeBlock of(MethodTraits traits) {
        CodeBlock.Builder code = CodeBlock.builder();
        traits.timeout().ifPresent(timeout -> code.add("\n.withTimeout($T.parse($S))", Duration.class, timeout));
        if (traits.readonly()) {
            code.add("\n.asReadonly()");
        }
        if (traits.nonblocking()) {
            code.add("\n.asNonblocking()");
        }
        traits.idempotent().ifPresent(idempotency -> {
            CodeBlock key = idempotency.key().map(StringLiterals::of).orElse(CodeBlock.of(""));
            code.add("\n.asIdempotent($L)", key);
        });
        return CodeBlock.of("$T.NONE$>$>$L$<$<", RuntimeNames.METHOD_TRAITS, code.build());
    }
}
