package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.rpcidl.idl.model.TypeRef;
import java.util.Objects;

/** How generated code copies a collection: at every depth, so that what a record holds cannot be changed behind its back. */
final class CopyExpressions {

    private CopyExpressions() {}

    /** Returns an expression that copies a field's collection, or null if the field is nullable and absent. */
    static CodeBlock copy(JavaField field) {
        CodeBlock value = CodeBlock.of("$N", field.name());
        if (field.isTristate()) {
            CodeBlock each = copy(field.model().type(), argument(field.type(), 0), CodeBlock.of("each_"), 2);
            return CodeBlock.of("$L.map(each_ -> $L)", value, each);
        }
        CodeBlock copy = copy(field.model().type(), field.type(), value, 1);
        return field.isNullable() ? CodeBlock.of("$L == null ? null : $L", value, copy) : copy;
    }

    private static CodeBlock copy(TypeRef type, TypeName java, CodeBlock value, int depth) {
        TypeRef container = type.plain();
        TypeRef element = element(container);
        boolean collections = CodecExpressions.isContainer(element);
        if (container instanceof TypeRef.MapOf map && CodecExpressions.isContainer(map.key())) {
            return CodeBlock.of(
                    "$T.copyBoth($L, $L, $L)",
                    RuntimeNames.COPIES,
                    value,
                    each(map.key(), argument(java, 0), depth),
                    each(element, argument(java, 1), depth));
        }
        if (!collections) {
            String method = element instanceof TypeRef.Nullable ? "copyNullable" : "copy";
            return CodeBlock.of("$T.$L($L)", RuntimeNames.COPIES, method, value);
        }
        CodeBlock each = each(element, argument(java, container instanceof TypeRef.MapOf ? 1 : 0), depth);
        return CodeBlock.of("$T.copyEach($L, $L)", RuntimeNames.COPIES, value, each);
    }

    /** Returns a function that copies an element; one that is no collection is only checked. */
    private static CodeBlock each(TypeRef element, TypeName java, int depth) {
        String name = depth == 1 ? "each_" : "each" + depth + "_";
        // null checkers do not guess that the elements of what is copied may be null
        CodeBlock each =
                java.toString().contains("Nullable") ? CodeBlock.of("($T $L)", java, name) : CodeBlock.of("$L", name);
        if (!CodecExpressions.isContainer(element)) {
            return nullable(element)
                    ? CodeBlock.of("$L -> $L", each, name)
                    : CodeBlock.of("$T::requireNonNull", Objects.class);
        }
        CodeBlock copy = copy(element, java, CodeBlock.of(name), depth + 1);
        return CodeBlock.of(
                "$L -> $L", each, nullable(element) ? CodeBlock.of("$L == null ? null : $L", name, copy) : copy);
    }

    private static boolean nullable(TypeRef type) {
        return type instanceof TypeRef.Nullable;
    }

    private static TypeName argument(TypeName generic, int index) {
        return ((ParameterizedTypeName) generic).typeArguments().get(index);
    }

    private static TypeRef element(TypeRef container) {
        if (container instanceof TypeRef.ListOf list) {
            return list.element();
        }
        return container instanceof TypeRef.SetOf set ? set.element() : ((TypeRef.MapOf) container).value();
    }
}
