package io.rpcidl.codegen.java;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import java.util.Objects;
import javax.lang.model.element.Modifier;

/**
 * An open enum as a class: a constant for each member, an enum beside it for {@code switch}, and values that a newer
 * peer sent, which are kept as they came.
 */
final class OpenEnumGenerator {

    private static final String UNKNOWN = "UNKNOWN_";

    private final ClassName name;
    private final ClassName known;

    OpenEnumGenerator(ClassName name) {
        this.name = name;
        this.known = name.nestedClass(name.simpleName().equals("Known") ? "KnownValue_" : "Known");
    }

    TypeSpec.Builder generate(EnumType type) {
        TypeSpec.Builder java = TypeSpec.classBuilder(name).addModifiers(Modifier.PUBLIC, Modifier.FINAL);
        for (EnumMember member : type.members()) {
            String constant = JavaNames.constant(member.name());
            java.addField(FieldSpec.builder(name, constant, Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                    .addJavadoc(Javadocs.of(member))
                    .addAnnotations(Deprecations.annotations(member))
                    .initializer("new $T($L, $T.$L)", name, StringLiterals.of(member.wireName()), known, constant)
                    .build());
        }
        CodeBlock values = type.members().stream()
                .map(member -> CodeBlock.of("$L", JavaNames.constant(member.name())))
                .collect(CodeBlock.joining(",$W"));
        return java.addField(EnumGenerator.byName(type, name, values))
                .addField(String.class, "wireName", Modifier.PRIVATE, Modifier.FINAL)
                .addField(known, "known", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(String.class, "wireName")
                        .addParameter(known, "known")
                        .addStatement("this.wireName = wireName")
                        .addStatement("this.known = known")
                        .build())
                .addMethod(of())
                .addMethod(getter(
                        "known",
                        known,
                        "Returns the value for a {@code switch}; {@code UNKNOWN_} for one"
                                + " that this contract does not know.\n"))
                .addMethod(getter("wireName", ClassName.get(String.class), "Returns the name on the wire.\n"))
                .addMethod(equality())
                .addMethod(override("hashCode")
                        .returns(int.class)
                        .addStatement("return wireName.hashCode()")
                        .build())
                .addMethod(override("toString")
                        .returns(String.class)
                        .addStatement("return wireName")
                        .build())
                .addType(known(type));
    }

    private MethodSpec of() {
        return MethodSpec.methodBuilder("of")
                .addJavadoc("Returns the value of a name on the wire, known or not.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(name)
                .addParameter(String.class, "wireName")
                .addStatement("$T.requireNonNull(wireName, $S)", Objects.class, "wireName")
                .addStatement("$T known = $L.get(wireName)", name, EnumGenerator.BY_NAME)
                .addStatement("return known != null ? known : new $T(wireName, $T.$L)", name, known, UNKNOWN)
                .build();
    }

    private TypeSpec known(EnumType type) {
        TypeSpec.Builder java = TypeSpec.enumBuilder(known)
                .addJavadoc("The values that this contract knows, for a {@code switch}.\n")
                .addModifiers(Modifier.PUBLIC);
        for (EnumMember member : type.members()) {
            java.addEnumConstant(
                    JavaNames.constant(member.name()),
                    TypeSpec.anonymousClassBuilder("")
                            .addJavadoc(Javadocs.of(member))
                            .addAnnotations(Deprecations.annotations(member))
                            .build());
        }
        return java.addEnumConstant(
                        UNKNOWN,
                        TypeSpec.anonymousClassBuilder("")
                                .addJavadoc("A value that this contract does not know.\n")
                                .build())
                .build();
    }

    private MethodSpec equality() {
        return override("equals")
                .returns(boolean.class)
                .addParameter(ClassName.get(Object.class).annotated(RuntimeNames.NULLABLE), "other")
                .addStatement("return other instanceof $T that && wireName.equals(that.wireName)", name)
                .build();
    }

    private static MethodSpec getter(String field, ClassName type, String doc) {
        return MethodSpec.methodBuilder(field)
                .addJavadoc(doc)
                .addModifiers(Modifier.PUBLIC)
                .returns(type)
                .addStatement("return $L", field)
                .build();
    }

    private static MethodSpec.Builder override(String method) {
        return MethodSpec.methodBuilder(method)
                .addAnnotation(AnnotationSpec.builder(Override.class).build())
                .addModifiers(Modifier.PUBLIC);
    }
}
