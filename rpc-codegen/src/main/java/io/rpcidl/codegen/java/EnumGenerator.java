package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.EnumType;
import java.util.List;

/** An enum: a Java enum if it is closed; a class with constants, which also holds values it does not know, if it is open. */
final class EnumGenerator {

    private final TypeMapper types;

    EnumGenerator(TypeMapper types) {
        this.types = types;
    }

    List<TypeSpec> generate(EnumType type) {
        ClassName name = types.className(type.name());
        ClassName codec = types.codecName(type.name());
        TypeSpec.Builder java = type.closed()
                ? new ClosedEnumGenerator(name).generate(type)
                : new OpenEnumGenerator(name).generate(type);
        java.addJavadoc(Javadocs.text(type.doc(), "Enum " + type.name() + "."))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED);
        return List.of(java.build(), new EnumCodecGenerator(name, codec).generate(type));
    }
}
