package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The codec of an object with named fields: of a struct, of an error's details, of a method's parameters. It writes in
 * declared order, and reads expecting that order.
 *
 * <p>Codecs that are put together (of lists, sets, maps) are held by a nested class: so the initialiser of a codec needs
 * no other one, and types that refer to each other cannot block each other in two threads.
 */
final class CodecGenerator {

    private final ClassName codec;
    private final ClassName type;
    private final List<JavaField> fields;
    private final FieldCodes codes;
    private final boolean constrained;
    private final Optional<LargeObject> large;

    CodecGenerator(ClassName codec, ClassName type, List<JavaField> fields, TypeMapper types) {
        this.codec = codec;
        this.type = type;
        this.fields = fields;
        this.codes = new FieldCodes(codec, fields, types);
        this.large = LargeObject.of(codec, type, fields, codes);
        this.constrained = !new FieldChecks(fields, types).isEmpty();
    }

    /** Returns the codec of a record that is a value of its own. */
    TypeSpec.Builder ofStruct() {
        return ofObject(CodecClass.of(codec, type, RuntimeNames.CODEC)).addMethod(read("Field"));
    }

    /** Returns the codec of a method's parameters, which are also read by position. */
    TypeSpec.Builder ofParameters() {
        return ofObject(CodecClass.hidden(codec, type, RuntimeNames.CODEC)).addMethod(read("Parameter"));
    }

    /** Returns the codec of the parameters of a method that are also written by position. */
    TypeSpec.Builder ofPositional() {
        MethodSpec.Builder write = write().addStatement("out_.beginArray()");
        TypeSpec.Builder spec = skeleton(CodecClass.hidden(codec, type, RuntimeNames.CODEC));
        writeFields(spec, write, codes::writeElement);
        return spec.addMethod(write.addStatement("out_.endArray()").build()).addMethod(read("Parameter"));
    }

    /** Returns the codec of the parameters of a variadic method: the elements of its list are the array. */
    TypeSpec.Builder ofVariadic() {
        JavaField list = fields.get(0);
        MethodSpec read = CodecClass.override("read")
                .addParameter(RuntimeNames.JSON_READER, "in_")
                .returns(type)
                .beginControlFlow("if (in_.nextIsArray())")
                .addCode(CodecClass.construct(type, codes.read(list), constrained))
                .endControlFlow()
                .addCode(readBody("Field", arguments()))
                .build();
        MethodSpec write = write().addStatement("$L.write(out_, value_.$N())", codes.codec(list), list.name())
                .build();
        return skeleton(CodecClass.hidden(codec, type, RuntimeNames.CODEC))
                .addMethod(write)
                .addMethod(read);
    }

    /** Returns the codec of an error: beside the fields it takes the status that came with them. */
    TypeSpec.Builder ofError(CodeBlock ownStatus) {
        CodeBlock arguments =
                fields.isEmpty() ? CodeBlock.of("rpcStatus_") : CodeBlock.of("rpcStatus_, $L", arguments());
        return ofObject(CodecClass.of(codec, type, RuntimeNames.ERROR_CODEC))
                .addMethod(CodecClass.override("read")
                        .addParameter(RuntimeNames.JSON_READER, "in_")
                        .returns(type)
                        .addStatement("return read(in_, $L)", ownStatus)
                        .build())
                .addMethod(CodecClass.override("read")
                        .addParameter(RuntimeNames.JSON_READER, "in_")
                        .addParameter(RuntimeNames.STATUS, "rpcStatus_")
                        .returns(type)
                        .addCode(readBody("Field", arguments))
                        .build());
    }

    private TypeSpec.Builder ofObject(TypeSpec.Builder spec) {
        skeleton(spec);
        MethodSpec.Builder write = write().addStatement("out_.beginObject()");
        writeFields(spec, write, field -> codes.write(field, fields.indexOf(field)));
        return spec.addMethod(write.addStatement("out_.endObject()").build());
    }

    private void writeFields(TypeSpec.Builder spec, MethodSpec.Builder write, Function<JavaField, CodeBlock> code) {
        if (large.isPresent()) {
            spec.addMethods(large.get().writes(write, code));
        } else {
            fields.forEach(field -> write.addCode(code.apply(field)));
        }
    }

    private MethodSpec.Builder write() {
        return CodecClass.override("write")
                .addParameter(RuntimeNames.JSON_WRITER, "out_")
                .addParameter(type, "value_");
    }

    private TypeSpec.Builder skeleton(TypeSpec.Builder spec) {
        spec.addField(FieldCodes.names(fields));
        codes.shapes().ifPresent(spec::addType);
        large.ifPresent(parts -> spec.addType(parts.fields()));
        return spec;
    }

    private MethodSpec read(String loop) {
        return CodecClass.override("read")
                .addParameter(RuntimeNames.JSON_READER, "in_")
                .returns(type)
                .addCode(readBody(loop, arguments()))
                .build();
    }

    private CodeBlock readBody(String loop, CodeBlock arguments) {
        return CodeBlock.builder()
                .add(new ReadLoop(fields, codes, large).generate(loop))
                .add(CodecClass.construct(type, arguments, constrained))
                .build();
    }

    private CodeBlock arguments() {
        String from = large.isPresent() ? LargeObject.READ + "." : "";
        return fields.stream()
                .map(field -> CodeBlock.of("$L$N", from, field.name()))
                .collect(CodeBlock.joining(",$W"));
    }
}
