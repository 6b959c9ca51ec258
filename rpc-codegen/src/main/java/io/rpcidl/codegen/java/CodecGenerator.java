package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * The codec of an object with named fields: of a struct, of an error's details, of a method's parameters. It writes in
 * declared order, and reads expecting that order.
 *
 * <p>Codecs that are put together (of lists, sets, maps) are held by a nested class: so the initialiser of a codec needs
 * no other one, and types that refer to each other cannot block each other in two threads.
 */
final class CodecGenerator {

    private static final int BITS = 64;

    private final ClassName codec;
    private final ClassName type;
    private final List<JavaField> fields;
    private final FieldCodes codes;

    CodecGenerator(ClassName codec, ClassName type, List<JavaField> fields, TypeMapper types) {
        this.codec = codec;
        this.type = type;
        this.fields = fields;
        this.codes = new FieldCodes(codec, fields, types);
    }

    /** Returns the codec of a record that is a value of its own. */
    TypeSpec.Builder ofStruct() {
        return ofObject(RuntimeNames.CODEC)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addMethod(read("Field"));
    }

    /** Returns the codec of a method's parameters, which are also read by position. */
    TypeSpec.Builder ofParameters() {
        return ofObject(RuntimeNames.CODEC)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addMethod(read("Parameter"));
    }

    /** Returns the codec of the parameters of a variadic method: the elements of its list are the array. */
    TypeSpec.Builder ofVariadic() {
        JavaField list = fields.get(0);
        MethodSpec read = signature("read")
                .addParameter(RuntimeNames.JSON_READER, "in_")
                .returns(type)
                .beginControlFlow("if (in_.nextIsArray())")
                .addStatement("return new $T($L)", type, codes.read(list))
                .endControlFlow()
                .addCode(readBody("Field", arguments()))
                .build();
        MethodSpec write = signature("write")
                .addParameter(RuntimeNames.JSON_WRITER, "out_")
                .addParameter(type, "value_")
                .addStatement("$L.write(out_, value_.$N())", codes.codec(list), list.name())
                .build();
        return skeleton(RuntimeNames.CODEC)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addMethod(write)
                .addMethod(read);
    }

    /** Returns the codec of an error: beside the fields it takes the status that came with them. */
    TypeSpec.Builder ofError(CodeBlock ownStatus) {
        CodeBlock arguments =
                fields.isEmpty() ? CodeBlock.of("rpcStatus_") : CodeBlock.of("rpcStatus_, $L", arguments());
        return ofObject(RuntimeNames.ERROR_CODEC)
                .addModifiers(Modifier.PUBLIC)
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addMethod(signature("read")
                        .addParameter(RuntimeNames.JSON_READER, "in_")
                        .returns(type)
                        .addStatement("return read(in_, $L)", ownStatus)
                        .build())
                .addMethod(signature("read")
                        .addParameter(RuntimeNames.JSON_READER, "in_")
                        .addParameter(RuntimeNames.STATUS, "rpcStatus_")
                        .returns(type)
                        .addCode(readBody("Field", arguments))
                        .build());
    }

    private TypeSpec.Builder ofObject(ClassName codecInterface) {
        MethodSpec.Builder write = signature("write")
                .addParameter(RuntimeNames.JSON_WRITER, "out_")
                .addParameter(type, "value_")
                .addStatement("out_.beginObject()");
        for (int i = 0; i < fields.size(); i++) {
            write.addCode(codes.write(fields.get(i), i));
        }
        return skeleton(codecInterface)
                .addMethod(write.addStatement("out_.endObject()").build());
    }

    private TypeSpec.Builder skeleton(ClassName codecInterface) {
        TypeSpec.Builder spec = TypeSpec.classBuilder(codec)
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(ParameterizedTypeName.get(codecInterface, type))
                .addJavadoc("The JSON of {@link $L}.\n", String.join(".", type.simpleNames()))
                .addField(FieldSpec.builder(codec, "INSTANCE", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The codec; it has no state.\n")
                        .initializer("new $T()", codec)
                        .build())
                .addField(names())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build());
        codes.shapes().ifPresent(spec::addType);
        return spec;
    }

    private FieldSpec names() {
        CodeBlock names = fields.stream()
                .map(field -> StringLiterals.of(field.model().wireName()))
                .collect(CodeBlock.joining(",$W"));
        return FieldSpec.builder(
                        RuntimeNames.FIELD_NAMES, FieldCodes.NAMES, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                .initializer("$T.of($L)", RuntimeNames.FIELD_NAMES, names)
                .build();
    }

    private MethodSpec read(String loop) {
        return signature("read")
                .addParameter(RuntimeNames.JSON_READER, "in_")
                .returns(type)
                .addCode(readBody(loop, arguments()))
                .build();
    }

    private CodeBlock readBody(String loop, CodeBlock arguments) {
        CodeBlock.Builder code = CodeBlock.builder();
        fields.forEach(field -> code.add(codes.declare(field)));
        boolean many = fields.size() > BITS;
        if (many) {
            code.addStatement("$T seen_ = new $T(NAMES_)", RuntimeNames.FIELD_SET, RuntimeNames.FIELD_SET);
        } else {
            code.addStatement("long seen_ = 0");
        }
        code.beginControlFlow(
                "for (int field_ = in_.first$L(NAMES_); field_ >= 0; field_ = in_.next$L(NAMES_, field_))", loop, loop);
        code.addStatement(many ? "seen_.add(in_, field_)" : "seen_ = in_.once(NAMES_, seen_, field_)");
        code.beginControlFlow("switch (field_)");
        for (int i = 0; i < fields.size(); i++) {
            code.add("case $L -> ", i).add(codes.assign(fields.get(i)));
        }
        code.addStatement("default -> throw new $T()", AssertionError.class);
        code.endControlFlow().endControlFlow();
        code.add(many ? requireMany() : requireFew());
        return code.addStatement("return new $T($L)", type, arguments).build();
    }

    private CodeBlock requireFew() {
        long required = 0;
        for (int i = 0; i < fields.size(); i++) {
            required |= fields.get(i).isRequired() ? 1L << i : 0;
        }
        if (required == 0) {
            return CodeBlock.of("");
        }
        String bits = "0x" + Long.toHexString(required) + "L";
        return CodeBlock.builder()
                .beginControlFlow("if ((seen_ & $L) != $L)", bits, bits)
                .addStatement("throw $T.missing(in_, NAMES_, seen_, $L)", RuntimeNames.GENERATED_CODE, bits)
                .endControlFlow()
                .build();
    }

    private CodeBlock requireMany() {
        CodeBlock.Builder indices = CodeBlock.builder();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).isRequired()) {
                indices.add(",$W$L", i);
            }
        }
        CodeBlock all = indices.build();
        return all.isEmpty()
                ? all
                : CodeBlock.builder().addStatement("seen_.require(in_$L)", all).build();
    }

    private CodeBlock arguments() {
        return fields.stream().map(field -> CodeBlock.of("$N", field.name())).collect(CodeBlock.joining(",$W"));
    }

    private static MethodSpec.Builder signature(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
