package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** What the codecs of all types have in common: a class with one instance, which has no state. */
final class CodecClass {

    private CodecClass() {}

    /** Returns the class that holds the codecs of a package's types, still empty. */
    static TypeSpec.Builder holder(ClassName name) {
        return TypeSpec.classBuilder(name)
                .addJavadoc("The JSON of each type of this package: for the runtime and generated code, not for you.\n")
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_UNMARKED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    /** Returns the codec of a declared type, without what it writes and reads. */
    static TypeSpec.Builder of(ClassName codec, ClassName type, ClassName codecInterface) {
        return codec(codec, type, codecInterface, Modifier.PUBLIC)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
    }

    /** Returns a codec that only the class which holds it uses, without what it writes and reads. */
    static TypeSpec.Builder hidden(ClassName codec, ClassName type, ClassName codecInterface) {
        return codec(codec, type, codecInterface);
    }

    private static TypeSpec.Builder codec(
            ClassName codec, ClassName type, ClassName codecInterface, Modifier... visibility) {
        return TypeSpec.classBuilder(codec)
                .addModifiers(visibility)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(codecInterface, type))
                .addField(FieldSpec.builder(codec, "INSTANCE", visibility)
                        .addModifiers(Modifier.STATIC, Modifier.FINAL)
                        .initializer("new $T()", codec)
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
