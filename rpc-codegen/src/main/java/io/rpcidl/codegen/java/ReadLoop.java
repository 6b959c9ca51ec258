package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** The statements of a codec that read an object into a variable for each field. */
final class ReadLoop {

    private static final int BITS = 64;

    private final List<JavaField> fields;
    private final FieldCodes codes;

    ReadLoop(List<JavaField> fields, FieldCodes codes) {
        this.fields = fields;
        this.codes = codes;
    }

    /** Returns the statements; {@code loop} is {@code Field}, or {@code Parameter} if it may also be an array. */
    CodeBlock generate(String loop) {
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
        code.endControlFlow().endControlFlow();
        return code.add(many ? requireMany() : requireFew()).build();
    }

    private CodeBlock requireFew() {
        long required = 0;
        for (int i = 0; i < fields.size(); i++) {
            required |= fields.get(i).isExpected() ? 1L << i : 0;
        }
        if (required == 0) {
            return CodeBlock.of("");
        }
        String bits = "0x" + Long.toHexString(required) + "L";
        return CodeBlock.builder()
                .addStatement("in_.require(NAMES_, seen_, $L)", bits)
                .build();
    }

    private CodeBlock requireMany() {
        CodeBlock.Builder indices = CodeBlock.builder();
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).isExpected()) {
                indices.add(",$W$L", i);
            }
        }
        CodeBlock all = indices.build();
        return all.isEmpty()
                ? all
                : CodeBlock.builder().addStatement("seen_.require(in_$L)", all).build();
    }
}
