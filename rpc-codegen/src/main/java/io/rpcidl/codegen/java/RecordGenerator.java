package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A record with checks, copies and a builder: of a struct, and of the parameters of a method. */
final class RecordGenerator {

    private static final String COPY = "copy__";

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
        return withBuilder(RecordHeader.of(name, fields, types).generate());
    }

    /**
     * Returns the record of a method's parameters, without a doc comment. It is made of the required ones, like a call of
     * the method; where others may be added, there is a builder.
     */
    TypeSpec.Builder generateRequest() {
        List<JavaField> required = fields.stream().filter(JavaField::isRequired).toList();
        TypeSpec.Builder record = RecordHeader.of(name, fields, types).generate();
        if (required.size() == fields.size()) {
            return record;
        }
        return withBuilder(record.addMethod(ofRequired(required)));
    }

    private TypeSpec.Builder withBuilder(TypeSpec.Builder record) {
        return record.addMethod(newBuilder()).addMethod(toBuilder()).addType(builder());
    }

    private MethodSpec ofRequired(List<JavaField> required) {
        MethodSpec.Builder constructor =
                MethodSpec.constructorBuilder().addModifiers(Modifier.PUBLIC).addJavadoc("Has what is required.\n");
        required.forEach(field -> constructor.addParameter(field.parameter()));
        ValueExpressions values = new ValueExpressions(types);
        CodeBlock arguments = fields.stream()
                .map(field -> field.isRequired() ? CodeBlock.of("$N", field.name()) : values.initial(field))
                .collect(CodeBlock.joining(",$W"));
        return constructor.addStatement("this($L)", arguments).build();
    }

    private MethodSpec newBuilder() {
        return MethodSpec.methodBuilder("builder")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builders.builderName())
                .addStatement("return new $T()", builders.builderName())
                .build();
    }

    private MethodSpec toBuilder() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("toBuilder")
                .addModifiers(Modifier.PUBLIC)
                .returns(builders.builderName());
        if (fields.stream().allMatch(field -> field.given().equals(field.type()))) {
            CodeBlock setters = fields.stream()
                    .map(field -> CodeBlock.of("$Z.$N($N)", field.name(), field.name()))
                    .collect(CodeBlock.joining(""));
            return method.addStatement("return new $T()$L", builders.builderName(), setters)
                    .build();
        }
        method.addStatement("$T $N = new $T()", builders.builderName(), COPY, builders.builderName());
        fields.forEach(field -> method.addStatement("$N.$N = $N", COPY, field.name(), field.name()));
        return method.addStatement("return $N", COPY).build();
    }

    private TypeSpec builder() {
        return builders.builder()
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(MethodSpec.methodBuilder("build")
                        .addJavadoc(builders.promise("value"))
                        .addModifiers(Modifier.PUBLIC)
                        .returns(name)
                        .addStatement("return new $T($L)", name, builders.arguments())
                        .build())
                .build();
    }
}
