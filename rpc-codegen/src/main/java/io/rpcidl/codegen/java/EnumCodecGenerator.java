package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.EnumType;
import javax.lang.model.element.Modifier;

/** The codec of an enum, and the enum as the key of a map. */
final class EnumCodecGenerator {

    private final ClassName name;
    private final ClassName codec;

    EnumCodecGenerator(ClassName name, ClassName codec) {
        this.name = name;
        this.codec = codec;
    }

    TypeSpec generate(EnumType type) {
        return CodecClass.of(codec, name, RuntimeNames.CODEC)
                .addField(key(type))
                .addMethod(CodecClass.override("write")
                        .addParameter(RuntimeNames.JSON_WRITER, "out_")
                        .addParameter(name, "value_")
                        .addStatement("out_.string(value_.wireName())")
                        .build())
                .addMethod(read(type))
                .build();
    }

    private FieldSpec key(EnumType type) {
        String parse = type.closed() ? "text_ -> $T.ofWireName(text_).orElse(null)" : "$T::of";
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeNames.MAP_KEY, name),
                        "KEY",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The enum as the key of a map.\n")
                .initializer(
                        "new $T<>(\n$>$>$S, $T::wireName, " + parse + ")$<$<",
                        RuntimeNames.MAP_KEY,
                        type.name().simpleName(),
                        name,
                        name)
                .build();
    }

    private MethodSpec read(EnumType type) {
        MethodSpec.Builder read =
                CodecClass.override("read").returns(name).addParameter(RuntimeNames.JSON_READER, "in_");
        if (!type.closed()) {
            return read.addStatement("return $T.of(in_.string())", name).build();
        }
        return read.addStatement("int at_ = in_.position()")
                .addStatement(
                        "return $T.ofWireName(in_.string()).orElseThrow(() -> in_.unknown(at_, $S))",
                        name,
                        type.name().simpleName())
                .build();
    }
}
