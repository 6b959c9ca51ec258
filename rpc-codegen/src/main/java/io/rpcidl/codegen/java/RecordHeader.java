package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A record that checks and copies what it is given, and prints nothing sensitive: of a struct, of parameters, of a newtype,
 * of a union's member.
 */
final class RecordHeader {

    private final ClassName name;
    private final List<JavaField> fields;
    private final HiddenTypes hidden;
    private final FieldChecks checks;

    /** Whether it only wraps one value, which has no name in JSON. */
    private final boolean wrapper;

    private RecordHeader(ClassName name, List<JavaField> fields, TypeMapper types, boolean wrapper) {
        this.name = name;
        this.fields = fields;
        this.wrapper = wrapper;
        this.hidden = new HiddenTypes(
                wrapper ? Set.of() : Set.of(BuilderGenerator.name(name).simpleName()));
        this.checks = new FieldChecks(fields, types);
    }

    /** A record that has a builder among its members. */
    static RecordHeader of(ClassName name, List<JavaField> fields, TypeMapper types) {
        return new RecordHeader(name, fields, types, false);
    }

    /** A record that only wraps a value: a newtype, a member of a union. */
    static RecordHeader wrapper(ClassName name, JavaField value, TypeMapper types) {
        return new RecordHeader(name, List.of(value), types, true);
    }

    /** Returns the record, without a doc comment. */
    TypeSpec.Builder generate() {
        MethodSpec.Builder header = MethodSpec.constructorBuilder();
        fields.forEach(field -> header.addParameter(component(field)));
        TypeSpec.Builder record =
                TypeSpec.recordBuilder(name).addModifiers(Modifier.PUBLIC).recordConstructor(header.build());
        record.addFields(wrapper ? checks.bareConstants() : checks.constants());
        CodeBlock body = body();
        if (!body.isEmpty()) {
            record.addMethod(MethodSpec.compactConstructorBuilder()
                    .addModifiers(Modifier.PUBLIC)
                    .addCode(body)
                    .build());
        }
        if (fields.stream().anyMatch(field -> field.model().traits().sensitive())) {
            record.addMethod(text());
        }
        return record;
    }

    private ParameterSpec component(JavaField field) {
        return ParameterSpec.builder(hidden.visible(field.type()), field.name())
                .addAnnotations(Deprecations.annotations(field.model()))
                .build();
    }

    private CodeBlock body() {
        CodeBlock.Builder code = CodeBlock.builder();
        for (JavaField field : fields) {
            if (!field.isNullable() && !field.isPrimitive()) {
                code.addStatement("$T.requireNonNull($N, $S)", Objects.class, field.name(), field.name());
            }
        }
        for (JavaField field : fields) {
            if (field.isContainer()) {
                code.addStatement("$N = $L", field.name(), CopyExpressions.copy(field));
            }
        }
        return code.add(wrapper ? checks.bareStatements() : checks.statements()).build();
    }

    private MethodSpec text() {
        CodeBlock.Builder text = CodeBlock.builder().add("return ");
        String literal = name.simpleName() + "[";
        for (JavaField field : fields) {
            literal += field.name() + "=";
            if (field.model().traits().sensitive()) {
                literal += "***";
            } else {
                text.add("$S + $N$W+ ", literal, field.name());
                literal = "";
            }
            literal += field == fields.get(fields.size() - 1) ? "]" : ", ";
        }
        return MethodSpec.methodBuilder("toString")
                .addJavadoc("Returns the record as text, without what must not be printed.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(String.class)
                .addStatement("$L$S", text.build(), literal)
                .build();
    }
}
