package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.Builtin;
import io.rpcidl.idl.model.Presence;
import io.rpcidl.idl.model.TypeRef;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
        Set<String> taken = new TreeSet<>();
        for (JavaField field : fields) {
            if (field.isContainer() || isHidden(field, fields)) {
                String name = JavaNames.upperSnake(field.model().name());
                while (!taken.add(name)) {
                    name += "_";
                }
                shapes.put(field, name);
            }
        }
    }

    /** Returns whether a variable has the name of the package where the field's codec is. */
    private boolean isHidden(JavaField field, List<JavaField> fields) {
        if (!(field.model().type() instanceof TypeRef.Named named)) {
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
            TypeName type = ParameterizedTypeName.get(
                    RuntimeNames.CODEC, types.boxed(field.model().type()));
            spec.addField(FieldSpec.builder(type, name, Modifier.STATIC, Modifier.FINAL)
                    .initializer(codecs.codec(field.model().type()))
                    .build());
        });
        return Optional.of(spec.build());
    }

    /** Returns an expression for a field's codec. */
    CodeBlock codec(JavaField field) {
        String shape = shapes.get(field);
        return shape == null ? codecs.codec(field.model().type()) : CodeBlock.of("$T.$L", holder, shape);
    }

    /** Returns an expression that reads a value. */
    CodeBlock read(JavaField field) {
        TypeRef type = field.model().type();
        return CodecExpressions.isDirect(type)
                ? CodeBlock.of("in_.$L()", ((Builtin) type).typeName())
                : CodeBlock.of("$L.read(in_)", codec(field));
    }

    /** Returns the declaration of a field's local variable: what it is if the text does not have it. */
    CodeBlock declare(JavaField field) {
        TypeName type = field.type().withoutAnnotations();
        CodeBlock initial = field.model()
                .defaultValue()
                .map(value -> values.expression(field.model().type(), value))
                .orElseGet(() -> zero(field));
        return CodeBlock.builder()
                .addStatement("$T $N = $L", type, field.name(), initial)
                .build();
    }

    /** Returns the statement of a case that reads a field: {@code null} is the same as absent. */
    CodeBlock assign(JavaField field) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (field.model().presence() == Presence.DEFAULTED) {
            return code.addStatement("$N = in_.tryNull() ? $N : $L", field.name(), field.name(), read(field))
                    .build();
        }
        return field.isOptional()
                ? code.addStatement("$N = in_.tryNull() ? null : $L", field.name(), read(field))
                        .build()
                : code.addStatement("$N = $L", field.name(), read(field)).build();
    }

    /** Returns the statements that write a field of {@code value_}: an absent one is left out. */
    CodeBlock write(JavaField field, int index) {
        TypeRef type = field.model().type();
        CodeBlock value = CodeBlock.of("value_.$N()", field.name());
        CodeBlock statement = CodecExpressions.isDirect(type)
                ? CodeBlock.of("out_.name(NAMES_, $L).$L($L)", index, ((Builtin) type).typeName(), value)
                : CodeBlock.of("$L.write(out_.name(NAMES_, $L), $L)", codec(field), index, value);
        CodeBlock.Builder code = CodeBlock.builder();
        if (!field.isOptional()) {
            return code.addStatement(statement).build();
        }
        return code.beginControlFlow("if ($L != null)", value)
                .addStatement(statement)
                .endControlFlow()
                .build();
    }

    private static CodeBlock zero(JavaField field) {
        if (!field.isPrimitive()) {
            return CodeBlock.of("null");
        }
        return CodeBlock.of(field.type().equals(TypeName.BOOLEAN) ? "false" : "0");
    }
}
