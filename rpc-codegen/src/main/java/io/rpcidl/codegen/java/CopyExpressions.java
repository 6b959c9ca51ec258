package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.TypeRef;
import java.util.Objects;

/** How generated code copies a collection: at every depth, so that what a record holds cannot be changed behind its back. */
final class CopyExpressions {

    private CopyExpressions() {}

    /** Returns an expression that copies a field's collection, or null if the field is nullable and absent. */
    static CodeBlock copy(JavaField field) {
        CodeBlock value = CodeBlock.of("$N", field.name());
        if (field.isTristate()) {
            return CodeBlock.of("$L.map(each_ -> $L)", value, copy(field.model().type(), CodeBlock.of("each_"), 2));
        }
        CodeBlock copy = copy(field.model().type(), value, 1);
        return field.isNullable() ? CodeBlock.of("$L == null ? null : $L", value, copy) : copy;
    }

    private static CodeBlock copy(TypeRef type, CodeBlock value, int depth) {
        TypeRef container = type.plain();
        TypeRef element = element(container);
        boolean collections = CodecExpressions.isContainer(element);
        if (container instanceof TypeRef.MapOf map && CodecExpressions.isContainer(map.key())) {
            return CodeBlock.of(
                    "$T.copyBoth($L, $L, $L)",
                    RuntimeNames.GENERATED_CODE,
                    value,
                    each(map.key(), depth),
                    each(element, depth));
        }
        if (!collections) {
            String method = element instanceof TypeRef.Nullable ? "copyNullable" : "copy";
            return CodeBlock.of("$T.$L($L)", RuntimeNames.GENERATED_CODE, method, value);
        }
        return CodeBlock.of("$T.copyEach($L, $L)", RuntimeNames.GENERATED_CODE, value, each(element, depth));
    }

    /** Returns a function that copies an element; one that is no collection is only checked. */
    private static CodeBlock each(TypeRef element, int depth) {
        String each = depth == 1 ? "each_" : "each" + depth + "_";
        boolean nullable = element instanceof TypeRef.Nullable;
        if (!CodecExpressions.isContainer(element)) {
            return nullable ? CodeBlock.of("$L -> $L", each, each) : CodeBlock.of("$T::requireNonNull", Objects.class);
        }
        CodeBlock copy = copy(element, CodeBlock.of(each), depth + 1);
        return CodeBlock.of("$L -> $L", each, nullable ? CodeBlock.of("$L == null ? null : $L", each, copy) : copy);
    }

    private static TypeRef element(TypeRef container) {
        if (container instanceof TypeRef.ListOf list) {
            return list.element();
        }
        return container instanceof TypeRef.SetOf set ? set.element() : ((TypeRef.MapOf) container).value();
    }
}
