package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.EnumMember;
import io.rpcidl.idl.model.EnumType;
import java.util.stream.Stream;

/** An enum: a Java enum if it is closed; a class with constants, which also holds values it does not know, if it is open. */
final class EnumGenerator {

    private final TypeMapper types;

    EnumGenerator(TypeMapper types) {
        this.types = types;
    }

    /** Returns all strings that mean a member when read, as the labels of a case. */
    static CodeBlock names(EnumMember member) {
        return Stream.concat(Stream.of(member.wireName()), member.aliases().stream())
                .map(StringLiterals::of)
                .collect(CodeBlock.joining(", "));
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
