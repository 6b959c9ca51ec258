package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A record with checks, copies and a builder: of a struct, and of the parameters of a method. */
final class RecordGenerator {

    private static final String COPY = "copy_";

    private final ClassName name;
    private final List<JavaField> fields;
    private final TypeMapper types;
    private final BuilderGenerator builders;

    RecordGenerator(ClassName name, List<JavaField> fields, TypeMapper types) {
        this.name = name;
        this.fields = fields;
        this.types = types;
        this.builders = new BuilderGenerator(name, fields, types);
    }

    /** Returns the record, without a doc comment. */
    TypeSpec.Builder generate() {
        return RecordHeader.of(name, fields, types)
                .generate()
                .addMethod(newBuilder())
                .addMethod(toBuilder())
                .addType(builder());
    }

    private MethodSpec newBuilder() {
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("Returns an empty builder.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builders.builderName())
                .addStatement("return new $T()", builders.builderName())
                .build();
    }

    private MethodSpec toBuilder() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("toBuilder")
                .addJavadoc("Returns a builder that starts with these values.\n")
                .addModifiers(Modifier.PUBLIC)
                .returns(builders.builderName())
                .addStatement("$T $N = new $T()", builders.builderName(), COPY, builders.builderName());
        fields.forEach(field -> method.addStatement("$N.$N = $N", COPY, field.name(), field.name()));
        return method.addStatement("return $N", COPY).build();
    }

    private TypeSpec builder() {
        return builders.builder()
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("build")
                        .addJavadoc(
                                "Builds the value.\n\n@throws IllegalStateException if a required part is not set\n")
                        .addModifiers(Modifier.PUBLIC)
                        .returns(name)
                        .addStatement(
                                fields.isEmpty() ? "return new $T($L)" : "return new $T(\n$L)",
                                name,
                                builders.arguments())
                        .build())
                .build();
    }
}
