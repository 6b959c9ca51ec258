package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.lang.model.element.Modifier;

/**
 * The codec of an object of many fields, in parts: HotSpot compiles no method of more than 8,000 bytes. What is read is
 * held by an object, as parts of a method have no variables in common.
 */
final class LargeObject {

    /** The variable that holds what is read. */
    static final String READ = "read_";

    private static final int FEW = 64;
    private static final int PART = 50;

    private final ClassName holder;
    private final ClassName type;
    private final List<JavaField> fields;
    private final FieldCodes codes;

    private LargeObject(ClassName holder, ClassName type, List<JavaField> fields, FieldCodes codes) {
        this.holder = holder;
        this.type = type;
        this.fields = fields;
        this.codes = codes;
    }

    /** Returns the parts of a codec, if it needs them. */
    static Optional<LargeObject> of(ClassName codec, ClassName type, List<JavaField> fields, FieldCodes codes) {
        return fields.size() > FEW
                ? Optional.of(new LargeObject(JavaNames.nested(codec, "Fields_"), type, fields, codes))
                : Optional.empty();
    }

    /** Returns the methods that write a part each, and adds their calls to {@code write}. */
    List<MethodSpec> writes(MethodSpec.Builder write, Function<JavaField, CodeBlock> code) {
        List<MethodSpec> methods = new ArrayList<>();
        for (List<JavaField> part : Parts.of(fields, PART)) {
            String name = "write" + methods.size() + "_";
            write.addStatement("$L(out_, value_)", name);
            MethodSpec.Builder method = MethodSpec.methodBuilder(name)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(RuntimeNames.JSON_WRITER, "out_")
                    .addParameter(type, "value_");
            part.forEach(field -> method.addCode(code.apply(field)));
            methods.add(method.build());
        }
        return methods;
    }

    /** Returns the statement that makes what holds the fields. */
    CodeBlock declare() {
        return CodeBlock.builder()
                .addStatement("$T $L = new $T()", holder, READ, holder)
                .build();
    }

    /** Returns the statement that reads one field. */
    CodeBlock assign() {
        return CodeBlock.builder().addStatement("$L.read(in_, field_)", READ).build();
    }

    /** Returns the class that holds the fields. */
    TypeSpec fields() {
        TypeSpec.Builder spec =
                TypeSpec.classBuilder(holder).addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
        fields.forEach(field -> spec.addField(codes.variable(field)));
        MethodSpec.Builder read = read("read").beginControlFlow("switch (field_ / $L)", PART);
        int part = 0;
        for (List<JavaField> each : Parts.of(fields, PART)) {
            String name = "read" + part + "_";
            read.addStatement("case $L -> $L(in_, field_)", part++, name);
            MethodSpec.Builder method =
                    read(name).addModifiers(Modifier.PRIVATE).beginControlFlow("switch (field_)");
            each.forEach(field -> method.addCode("case $L -> $L", fields.indexOf(field), codes.assign(field)));
            spec.addMethod(method.endControlFlow().build());
        }
        return spec.addMethod(read.endControlFlow().build()).build();
    }

    private static MethodSpec.Builder read(String name) {
        return MethodSpec.methodBuilder(name)
                .addParameter(RuntimeNames.JSON_READER, "in_")
                .addParameter(int.class, "field_");
    }
}
