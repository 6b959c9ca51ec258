package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.ErrorType;
import java.io.Serial;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/** An error as an unchecked exception with typed parts, and its codec. */
final class ErrorGenerator {

    private final TypeMapper types;

    ErrorGenerator(TypeMapper types) {
        this.types = types;
    }

    GeneratedType generate(ErrorType error) {
        ClassName name = types.className(error.name());
        List<JavaField> fields = JavaField.of(error.fields(), JavaNames::exceptionComponent, types);
        return new GeneratedType(exception(error, name, fields), codec(error, name, fields));
    }

    private TypeSpec exception(ErrorType error, ClassName name, List<JavaField> fields) {
        BuilderGenerator builders = new BuilderGenerator(name, fields, types);
        TypeSpec.Builder exception = TypeSpec.classBuilder(name)
                .addJavadoc(Javadocs.of(error, "Error " + error.name() + "."))
                .addAnnotations(Deprecations.annotations(error))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.rpcType(types.codecName(error.name())))
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(RuntimeNames.RPC_EXCEPTION)
                .addField(FieldSpec.builder(
                                long.class, "serialVersionUID", Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                        .addAnnotation(Serial.class)
                        .initializer("1")
                        .build());
        fields.forEach(field ->
                exception.addField(field.type(), field.name(), Modifier.PRIVATE, Modifier.FINAL, Modifier.TRANSIENT));
        FieldChecks checks = new FieldChecks(fields, types);
        checks.constants().forEach(exception::addField);
        exception.addMethod(constructor(fields, checks)).addMethod(newBuilder(builders.builderName()));
        fields.forEach(field -> exception.addMethod(accessor(field)));
        return exception
                .addMethod(equality(name, fields))
                .addMethod(hash(fields))
                .addType(builder(error, name, builders))
                .build();
    }

    /** An error may be a field of a struct, and structs are equal by their fields. */
    private static MethodSpec equality(ClassName name, List<JavaField> fields) {
        CodeBlock.Builder same =
                CodeBlock.builder().add("other_ instanceof $T$L", name, fields.isEmpty() ? "" : " that_");
        fields.forEach(field -> same.add("\n&& $T.equals($N, that_.$N)", Objects.class, field.name(), field.name()));
        return MethodSpec.methodBuilder("equals")
                .addJavadoc("Two of these errors are equal if their fields are, whatever their messages.\n")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(boolean.class)
                .addParameter(ClassName.get(Object.class).annotated(RuntimeNames.NULLABLE), "other_")
                .addStatement("return $L", same.build())
                .build();
    }

    private static MethodSpec hash(List<JavaField> fields) {
        CodeBlock values =
                fields.stream().map(field -> CodeBlock.of("$N", field.name())).collect(CodeBlock.joining(", "));
        return MethodSpec.methodBuilder("hashCode")
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PUBLIC)
                .returns(int.class)
                .addStatement("return $T.hash($L)", Objects.class, values)
                .build();
    }

    private static MethodSpec constructor(List<JavaField> fields, FieldChecks checks) {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder()
                .addParameter(RuntimeNames.STATUS, "rpcStatus_")
                .addStatement("super(rpcStatus_)");
        for (JavaField field : fields) {
            constructor.addParameter(field.type(), field.name());
            CodeBlock value = field.isContainer() ? CopyExpressions.copy(field) : CodeBlock.of("$N", field.name());
            boolean check = !field.isNullable() && !field.isPrimitive() && !field.isContainer();
            constructor.addStatement(
                    "this.$N = $L",
                    field.name(),
                    check ? CodeBlock.of("$T.requireNonNull($L, $S)", Objects.class, value, field.name()) : value);
        }
        return constructor.addCode(checks.statements()).build();
    }

    private static MethodSpec newBuilder(ClassName builder) {
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("Returns a builder of the error with a message, one line for people.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(builder)
                .addParameter(String.class, "message_")
                .addStatement("return new $T(message_)", builder)
                .build();
    }

    private static MethodSpec accessor(JavaField field) {
        return MethodSpec.methodBuilder(field.name())
                .addJavadoc(Javadocs.of(field.model()))
                .addAnnotations(Deprecations.annotations(field.model()))
                .addModifiers(Modifier.PUBLIC)
                .returns(field.type())
                .addStatement("return $N", field.name())
                .build();
    }

    private static TypeSpec builder(ErrorType error, ClassName name, BuilderGenerator builders) {
        return builders.builder()
                .addField(String.class, "message_", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(String.class, "message_")
                        .addStatement("this.message_ = message_")
                        .build())
                .addMethod(MethodSpec.methodBuilder("build")
                        .addJavadoc(builders.promise("error"))
                        .addModifiers(Modifier.PUBLIC)
                        .returns(name)
                        .addStatement(
                                "return new $T($L)", name, builders.arguments(status(error, CodeBlock.of("message_"))))
                        .build())
                .build();
    }

    private static CodeBlock status(ErrorType error, CodeBlock message) {
        return CodeBlock.of(
                "$T.processed($T.$L, $L)",
                RuntimeNames.STATUS,
                RuntimeNames.STATUS_CODE,
                error.code().name(),
                message);
    }

    private TypeSpec codec(ErrorType error, ClassName name, List<JavaField> fields) {
        TypeName type = ParameterizedTypeName.get(ClassName.get(Class.class), name);
        return new CodecGenerator(types.codecName(error.name()), name, fields, types)
                .ofError(status(error, CodeBlock.of("$S", "")))
                .addMethod(MethodSpec.methodBuilder("type")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(String.class)
                        .addStatement("return $S", error.name().toString())
                        .build())
                .addMethod(MethodSpec.methodBuilder("exceptionType")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC)
                        .returns(type)
                        .addStatement("return $T.class", name)
                        .build())
                .build();
    }
}
