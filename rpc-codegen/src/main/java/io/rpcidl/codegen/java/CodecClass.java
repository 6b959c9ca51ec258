package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** What the codecs of all types have in common: a class with one instance. */
final class CodecClass {

    private CodecClass() {}

    /** Returns the class, without what it writes and reads. */
    static TypeSpec.Builder of(ClassName codec, ClassName type, ClassName codecInterface) {
        return TypeSpec.classBuilder(codec)
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(codecInterface, type))
                .addJavadoc("The JSON of {@link $L}.\n", String.join(".", type.simpleNames()))
                .addField(FieldSpec.builder(codec, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The codec; it has no state.\n")
                        .initializer("new $T()", codec)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    /** Returns the statement that makes the value that was read, and blames the text where a constraint is violated. */
    static CodeBlock construct(ClassName type, CodeBlock arguments, boolean constrained) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (!constrained) {
            return code.addStatement("return new $T($L)", type, arguments).build();
        }
        return code.beginControlFlow("try")
                .addStatement("return new $T($L)", type, arguments)
                .nextControlFlow("catch ($T e_)", RuntimeNames.CONSTRAINT_EXCEPTION)
                .addStatement("throw in_.violated(e_)")
                .endControlFlow()
                .build();
    }

    /** Returns a method of the codec's interface. */
    static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
