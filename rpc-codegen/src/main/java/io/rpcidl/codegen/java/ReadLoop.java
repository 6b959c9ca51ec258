package io.rpcidl.codegen.java;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.Optional;

/** The statements of a codec that read an object into a variable for each field. */
final class ReadLoop {

    private final List<JavaField> fields;
    private final FieldCodes codes;

    /** Where the fields are, if they are too many for variables. */
    private final Optional<LargeObject> large;

    ReadLoop(List<JavaField> fields, FieldCodes codes, Optional<LargeObject> large) {
        this.fields = fields;
        this.codes = codes;
        this.large = large;
    }

    /** Returns the statements; {@code loop} is {@code Field}, or {@code Parameter} if it may also be an array. */
    CodeBlock generate(String loop) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (large.isPresent()) {
            code.add(large.get().declare())
                    .addStatement("$T seen_ = new $T(NAMES_)", RuntimeNames.FIELD_SET, RuntimeNames.FIELD_SET);
        } else {
            fields.forEach(field -> code.add(codes.declare(field)));
            code.addStatement("long seen_ = 0");
        }
        code.beginControlFlow(
                "for (int field_ = in_.first$L(NAMES_); field_ >= 0; field_ = in_.next$L(NAMES_, field_))", loop, loop);
        if (large.isPresent()) {
            code.addStatement("seen_.add(in_, field_)").add(large.get().assign());
        } else {
            code.addStatement("seen_ = in_.once(NAMES_, seen_, field_)").beginControlFlow("switch (field_)");
            for (int i = 0; i < fields.size(); i++) {
                code.add("case $L -> ", i).add(codes.assign(fields.get(i)));
            }
            code.endControlFlow();
        }
        code.endControlFlow();
        return code.add(large.isPresent() ? requireMany() : requireFew()).build();
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
