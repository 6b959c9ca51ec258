package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** The codec of a union: an object of exactly one member, whose name says which it is. */
final class UnionCodecGenerator {

    private final UnionNames names;
    private final ClassName codec;
    private final FieldCodes codes;
    private final boolean constrained;

    UnionCodecGenerator(UnionNames names, TypeMapper types) {
        this.names = names;
        this.codec = types.codecName(names.model().name());
        this.codes = new FieldCodes(codec, names.fields(), types);
        this.constrained = !new FieldChecks(names.values(), types).isEmpty();
    }

    TypeSpec generate() {
        TypeSpec.Builder spec = CodecClass.of(codec, names.union(), RuntimeNames.CODEC)
                .addField(FieldCodes.names(names.fields()))
                .addMethod(write())
                .addMethod(read())
                .addMethod(member());
        codes.shapes().ifPresent(spec::addType);
        return spec.build();
    }

    private MethodSpec write() {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out_.beginObject()");
        String otherwise = "";
        for (int i = 0; i < names.members().size(); i++) {
            UnionNames.Member member = names.members().get(i);
            CodeBlock out = CodeBlock.of("out_.name(NAMES_, $L)", i);
            if (member.value().isEmpty()) {
                code.beginControlFlow(otherwise + "if (value_ instanceof $T)", member.record())
                        .addStatement("$L.emptyObject()", out);
            } else {
                code.beginControlFlow(otherwise + "if (value_ instanceof $T it_)", member.record())
                        .addStatement(codes.write(member.field(), out, CodeBlock.of("it_.value()")));
            }
            code.unindent();
            otherwise = "} else ";
        }
        if (!names.model().closed()) {
            code.beginControlFlow(otherwise + "if (value_ instanceof $T it_)", names.unknown())
                    .addStatement("$T.ANY.write(out_.name(it_.tag()), it_.json())", RuntimeNames.CODECS)
                    .unindent();
        }
        return CodecClass.override("write")
                .addParameter(RuntimeNames.JSON_WRITER, "out_")
                .addParameter(names.union(), "value_")
                .addCode(code.add("}\n").addStatement("out_.endObject()").build())
                .build();
    }

    private MethodSpec read() {
        return CodecClass.override("read")
                .addParameter(RuntimeNames.JSON_READER, "in_")
                .returns(names.union())
                .addStatement("int at_ = in_.position()")
                .addStatement("$T value_ = member(in_, in_.firstTag(NAMES_))", names.union())
                .addStatement("in_.endTag(at_)")
                .addStatement("return value_")
                .build();
    }

    private MethodSpec member() {
        CodeBlock.Builder code = CodeBlock.builder();
        if (constrained) {
            code.beginControlFlow("try");
        }
        code.beginControlFlow("return switch (tag_)");
        for (int i = 0; i < names.members().size(); i++) {
            code.add("case $L -> ", i).add(read(names.members().get(i)));
        }
        if (names.model().closed()) {
            code.addStatement(
                    "default -> throw in_.unknownTag($S)", names.model().name().simpleName());
        } else {
            code.addStatement(
                    "default -> new $T(in_.unknownTag(), $T.ANY.read(in_))", names.unknown(), RuntimeNames.CODECS);
        }
        code.unindent().add("};\n");
        if (constrained) {
            code.nextControlFlow("catch ($T e_)", RuntimeNames.CONSTRAINT_EXCEPTION)
                    .addStatement("throw in_.violated(e_)")
                    .endControlFlow();
        }
        return MethodSpec.methodBuilder("member")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(RuntimeNames.JSON_READER, "in_")
                .addParameter(int.class, "tag_")
                .returns(names.union())
                .addCode(code.build())
                .build();
    }

    private CodeBlock read(UnionNames.Member member) {
        if (member.value().isPresent()) {
            return CodeBlock.builder()
                    .addStatement("new $T($L)", member.record(), codes.read(member.field()))
                    .build();
        }
        return CodeBlock.builder()
                .add("{\n")
                .indent()
                .addStatement("in_.skipObject()")
                .addStatement("yield new $T()", member.record())
                .endControlFlow()
                .build();
    }
}
