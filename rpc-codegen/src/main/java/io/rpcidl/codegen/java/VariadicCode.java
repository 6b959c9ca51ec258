package io.rpcidl.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;

/** The one parameter of a variadic method: an array for callers, a list for handlers. */
final class VariadicCode {

    private VariadicCode() {}

    /** Returns the array type of a {@code List<T>} field. */
    static ArrayTypeName array(JavaField field) {
        TypeName element = element(field);
        return ArrayTypeName.of(element.isBoxedPrimitive() ? element.unbox() : element);
    }

    /** Returns an expression that makes the list of the array. */
    static CodeBlock list(JavaField field) {
        boolean primitive = array(field).componentType().isPrimitive();
        return primitive
                ? CodeBlock.of("$T.listOf($N)", RuntimeNames.GENERATED_CODE, field.name())
                : CodeBlock.of("$T.of($N)", List.class, field.name());
    }

    private static TypeName element(JavaField field) {
        return ((ParameterizedTypeName) field.type()).typeArguments().get(0);
    }
}
