package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/** A record with checks, copies and a builder: of a struct, and of the parameters of a method. */
final class RecordGenerator {

    private static final String COPY = "copy_";

    private final ClassName name;
    private final List<JavaField> fields;
    private final BuilderGenerator builders;

    RecordGenerator(ClassName name, List<JavaField> fields, TypeMapper types) {
        this.name = name;
        this.fields = fields;
        this.builders = new BuilderGenerator(name, fields, types);
    }

    /** Returns the record, without a doc comment. */
    TypeSpec.Builder generate() {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        HiddenTypes hidden = new HiddenTypes(Set.of(builders.builderName().simpleName()));
        fields.forEach(field -> header.addParameter(hidden.visible(field.type()), field.name()));
        TypeSpec.Builder record =
                TypeSpec.recordBuilder(name).addModifiers(Modifier.PUBLIC).recordConstructor(header.build());
        CodeBlock checks = checks();
        if (!checks.isEmpty()) {
            record.addMethod(MethodSpec.compactConstructorBuilder()
                    .addJavadoc("Checks that what is required is there, and copies collections.\n")
                    .addModifiers(Modifier.PUBLIC)
                    .addCode(checks)
                    .build());
        }
        return record.addMethod(newBuilder()).addMethod(toBuilder()).addType(builder());
    }

    private CodeBlock checks() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (JavaField field : fields) {
            if (!field.isOptional() && !field.isPrimitive()) {
                code.addStatement("$T.requireNonNull($N, $S)", Objects.class, field.name(), field.name());
            }
        }
        for (JavaField field : fields) {
            if (field.isContainer()) {
                code.addStatement("$N = $L", field.name(), CopyExpressions.copy(field));
            }
        }
        return code.build();
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
