package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.TypeRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The statements of a codec for each field: declare it, read it, write it. */
final class FieldCodes {

    /** The codec's constant that holds the names of its fields. */
    static final String NAMES = "NAMES_";

    private final ClassName holder;
    private final TypeMapper types;
    private final CodecExpressions codecs;
    private final ValueExpressions values;
    private final Map<JavaField, String> shapes = new LinkedHashMap<>();

    FieldCodes(ClassName codec, List<JavaField> fields, TypeMapper types) {
        this.holder = JavaNames.nested(codec, "Shapes_");
        this.types = types;
        this.codecs = new CodecExpressions(types);
        this.values = new ValueExpressions(types);
        Names taken = new Names();
        for (JavaField field : fields) {
            if (field.isContainer()
                    || field.isTristate()
                    || field.model().traits().sensitive()
                    || isHidden(field, fields)) {
                shapes.put(field, taken.free(JavaNames.upperSnake(field.model().name())));
            }
        }
    }

    /** Returns the constant that holds the names of fields. */
    static FieldSpec names(List<JavaField> fields) {
        return FieldSpec.builder(RuntimeNames.FIELD_NAMES, NAMES, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$L", namesOf(fields))
                .build();
    }

    /** Returns an expression for the names of fields, with the others that are also read. */
    static CodeBlock namesOf(List<JavaField> fields) {
        CodeBlock.Builder names = CodeBlock.builder()
                .add(
                        "$T.of($L)",
                        RuntimeNames.FIELD_NAMES,
                        fields.stream()
                                .map(field -> StringLiterals.of(field.model().wireName()))
                                .collect(CodeBlock.joining(",$W")));
        for (int i = 0; i < fields.size(); i++) {
            List<String> aliases = fields.get(i).model().traits().aliases();
            if (!aliases.isEmpty()) {
                CodeBlock others = aliases.stream().map(StringLiterals::of).collect(CodeBlock.joining(",$W"));
                names.add("\n$>$>.or($L, $L)$<$<", i, others);
            }
        }
        return names.build();
    }

    /** Returns whether a variable has the name of the package where the field's codec is. */
    private boolean isHidden(JavaField field, List<JavaField> fields) {
        if (!(field.model().type().plain() instanceof TypeRef.Named named)) {
            return false;
        }
        String root = types.codecName(named.name()).packageName().split("\\.", 2)[0];
        return fields.stream().anyMatch(each -> each.name().equals(root));
    }

    /** Returns the class that holds codecs, if one is needed: those of containers, and those that a variable hides. */
    Optional<TypeSpec> shapes() {
        if (shapes.isEmpty()) {
            return Optional.empty();
        }
        TypeSpec.Builder spec =
                TypeSpec.classBuilder(holder).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        shapes.forEach((field, name) -> {
            TypeName value = field.isTristate()
                    ? field.type()
                    : types.boxed(field.model().type());
            TypeName type = ParameterizedTypeName.get(RuntimeNames.CODEC, value);
            spec.addField(FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
                    .initializer(shape(field))
                    .build());
        });
        return Optional.of(spec.build());
    }

    private CodeBlock shape(JavaField field) {
        CodeBlock codec = codecs.codec(field);
        return field.isTristate() ? CodeBlock.of("$T.patch($L)", RuntimeNames.CODECS, codec) : codec;
    }

    /** Returns an expression for a field's codec. */
    CodeBlock codec(JavaField field) {
        String shape = shapes.get(field);
        return shape == null ? codecs.codec(field) : CodeBlock.of("$T.$L", holder, shape);
    }

    /** Returns an expression that reads a value. */
    CodeBlock read(JavaField field) {
        Optional<String> direct = shapes.containsKey(field)
                ? Optional.empty()
                : CodecExpressions.reading(field.model().type());
        return direct.map(method -> CodeBlock.of("in_.$L()", method))
                .orElseGet(() -> CodeBlock.of("$L.read(in_)", codec(field)));
    }

    private CodeBlock readOrNull(JavaField field) {
        return member(field)
                .map(method -> CodeBlock.of("in_.$LOrNull()", method))
                .orElseGet(() -> CodeBlock.of("in_.orNull($L)", codec(field)));
    }

    private Optional<String> member(JavaField field) {
        return shapes.containsKey(field)
                ? Optional.empty()
                : CodecExpressions.member(field.model().type());
    }

    /** Returns a statement that writes a value; {@code out} is the writer, positioned. */
    CodeBlock write(JavaField field, CodeBlock out, CodeBlock value) {
        Optional<String> direct = shapes.containsKey(field)
                ? Optional.empty()
                : CodecExpressions.writing(field.model().type());
        return direct.map(method -> CodeBlock.of("$L.$L($L)", out, method, value))
                .orElseGet(() -> CodeBlock.of("$L.write($L, $L)", codec(field), out, value));
    }

    /** Returns the variable of a field where it is one of an object. */
    FieldSpec variable(JavaField field) {
        return FieldSpec.builder(field.type().withoutAnnotations(), field.name(), Modifier.PRIVATE)
                .initializer(values.initial(field))
                .build();
    }

    /** Returns the declaration of a field's local variable: what it is if the text does not have it. */
    CodeBlock declare(JavaField field) {
        TypeName type = field.type().withoutAnnotations();
        return CodeBlock.builder()
                .addStatement("$T $N = $L", type, field.name(), values.initial(field))
                .build();
    }

    /** Returns the statement of a case that reads a field: {@code null} is the same as absent. */
    CodeBlock assign(JavaField field) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (field.model().presence() == Presence.DEFAULTED) {
            return code.addStatement("$N = in_.tryNull() ? $N : $L", field.name(), field.name(), read(field))
                    .build();
        }
        return field.isNullable()
                ? code.addStatement("$N = $L", field.name(), readOrNull(field)).build()
                : code.addStatement("$N = $L", field.name(), read(field)).build();
    }

    /** Returns the statements that write a field of {@code value_}: an absent one is left out. */
    CodeBlock write(JavaField field, int index) {
        CodeBlock value = CodeBlock.of("value_.$N()", field.name());
        CodeBlock statement = write(field, CodeBlock.of("out_.name(NAMES_, $L)", index), value);
        CodeBlock.Builder code = CodeBlock.builder();
        Optional<String> member = member(field);
        if (member.isPresent()) {
            return code.addStatement("out_.$L(NAMES_, $L, $L)", member.get(), index, value)
                    .build();
        }
        if (!field.isNullable() && !field.isTristate()) {
            return code.addStatement(statement).build();
        }
        if (!field.isTristate()) {
            return code.addStatement("out_.optional(NAMES_, $L, $L, $L)", index, codec(field), value)
                    .build();
        }
        return code.beginControlFlow("if (!$L.isAbsent())", value)
                .addStatement(statement)
                .endControlFlow()
                .build();
    }

    /** Returns the statement that writes a parameter of {@code value_} by position: an absent one is null. */
    CodeBlock writeElement(JavaField field) {
        CodeBlock value = CodeBlock.of("value_.$N()", field.name());
        CodeBlock statement = write(field, CodeBlock.of("out_.element()"), value);
        CodeBlock.Builder code = CodeBlock.builder();
        if (!field.isNullable()) {
            return code.addStatement(statement).build();
        }
        return code.beginControlFlow("if ($L == null)", value)
                .addStatement("out_.element().nullValue()")
                .nextControlFlow("else")
                .addStatement(statement)
                .endControlFlow()
                .build();
    }
}
