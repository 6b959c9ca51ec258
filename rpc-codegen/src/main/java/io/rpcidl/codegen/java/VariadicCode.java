package io.rpcidl.codegen.java;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The one parameter of a variadic method: an array for callers, a list for handlers. Where the elements are generic it
 * is a list for both: Java would warn of each call with an array of them.
 */
final class VariadicCode {

    private VariadicCode() {}

    /** Adds the parameter to a method that callers call. */
    static MethodSpec.Builder addParameter(MethodSpec.Builder method, JavaField list, UnaryOperator<TypeName> mapping) {
        if (element(list) instanceof ParameterizedTypeName) {
            return method.addParameter(mapping.apply(list.type()), list.name());
        }
        return method.addParameter(mapping.apply(array(list)), list.name()).varargs();
    }

    /** Returns an expression that makes the list of the parameter. */
    static CodeBlock list(JavaField list) {
        if (element(list) instanceof ParameterizedTypeName) {
            return CodeBlock.of("$N", list.name());
        }
        boolean primitive = array(list).componentType().isPrimitive();
        return primitive
                ? CodeBlock.of("$T.listOf($N)", RuntimeNames.COPIES, list.name())
                : CodeBlock.of("$T.of($N)", List.class, list.name());
    }

    private static ArrayTypeName array(JavaField list) {
        TypeName element = element(list);
        return ArrayTypeName.of(element.isBoxedPrimitive() ? element.unbox() : element);
    }

    private static TypeName element(JavaField list) {
        return ((ParameterizedTypeName) list.type()).typeArguments().get(0);
    }
}
