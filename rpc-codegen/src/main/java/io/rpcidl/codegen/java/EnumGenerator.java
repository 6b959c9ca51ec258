package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.Modifier;

/** An enum: a Java enum if it is closed; a class with constants, which also holds values it does not know, if it is open. */
final class EnumGenerator {

    /** The constant that finds a value by its name on the wire. */
    static final String BY_NAME = "BY_NAME_";

    private final TypeMapper types;

    EnumGenerator(TypeMapper types) {
        this.types = types;
    }

    /** Returns the constant that finds a value by its name; a switch over a thousand names would be too much code. */
    static FieldSpec byName(EnumType type, ClassName name, CodeBlock values) {
        CodeBlock aliases = type.members().stream()
                .flatMap(member -> member.aliases().stream().map(alias -> entry(alias, member)))
                .collect(CodeBlock.joining(",$W"));
        CodeBlock further = aliases.isEmpty()
                ? aliases
                : CodeBlock.of(",$W$T.<$T, $T>mapOf($L)", RuntimeNames.COPIES, String.class, name, aliases);
        return FieldSpec.builder(
                        ParameterizedTypeName.get(ClassName.get(Map.class), ClassName.get(String.class), name),
                        BY_NAME,
                        Modifier.PRIVATE,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .initializer(
                        "$T.<$T>byName(each -> each.wireName, $T.of($L)$L)",
                        RuntimeNames.GENERATED_CODE,
                        name,
                        List.class,
                        values,
                        further)
                .build();
    }

    private static CodeBlock entry(String alias, EnumMember member) {
        return CodeBlock.of("$T.entry($L, $L)", Map.class, StringLiterals.of(alias), JavaNames.constant(member.name()));
    }

    GeneratedType generate(EnumType type) {
        ClassName name = types.className(type.name());
        ClassName codec = types.codecName(type.name());
        TypeSpec.Builder java = type.closed()
                ? new ClosedEnumGenerator(name).generate(type)
                : new OpenEnumGenerator(name).generate(type);
        java.addJavadoc(Javadocs.of(type, "Enum " + type.name() + "."))
                .addAnnotations(Deprecations.annotations(type))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.rpcType(codec))
                .addAnnotation(RuntimeNames.NULL_MARKED);
        return new GeneratedType(java.build(), new EnumCodecGenerator(name, codec).generate(type));
    }
}
