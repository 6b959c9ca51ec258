package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import io.rpcidl.idl.model.TypeRef;

/** How generated code copies a collection: at every depth, so that what a record holds cannot be changed behind its back. */
final class CopyExpressions {

    private CopyExpressions() {}

    /** Returns an expression that copies a field's collection, or null if the field is optional and absent. */
    static CodeBlock copy(JavaField field) {
        CodeBlock value = CodeBlock.of("$N", field.name());
        CodeBlock copy = copy(field.model().type(), value, 1);
        return field.isOptional() ? CodeBlock.of("$L == null ? null : $L", value, copy) : copy;
    }

    private static CodeBlock copy(TypeRef type, CodeBlock value, int depth) {
        TypeRef element = element(type);
        boolean nullable = element instanceof TypeRef.Nullable;
        TypeRef bare = element instanceof TypeRef.Nullable wrapper ? wrapper.type() : element;
        if (!CodecExpressions.isContainer(bare)) {
            String method = nullable ? "copyNullable" : "copy";
            return CodeBlock.of("$T.$L($L)", RuntimeNames.GENERATED_CODE, method, value);
        }
        String each = depth == 1 ? "each_" : "each" + depth + "_";
        CodeBlock copy = copy(bare, CodeBlock.of(each), depth + 1);
        CodeBlock body = nullable ? CodeBlock.of("$L == null ? null : $L", each, copy) : copy;
        return CodeBlock.of("$T.copyEach($L, $L -> $L)", RuntimeNames.GENERATED_CODE, value, each, body);
    }

    private static TypeRef element(TypeRef container) {
        if (container instanceof TypeRef.ListOf list) {
            return list.element();
        }
        return container instanceof TypeRef.SetOf set ? set.element() : ((TypeRef.MapOf) container).value();
    }
}
