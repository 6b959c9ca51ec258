package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.Struct;
import java.util.List;

/** A struct as a record, and its codec. */
final class StructGenerator {

    private final TypeMapper types;

    StructGenerator(TypeMapper types) {
        this.types = types;
    }

    GeneratedType generate(Struct struct) {
        ClassName name = types.className(struct.name());
        List<JavaField> fields = JavaField.of(struct.fields(), JavaNames::component, types);
        TypeSpec record = new RecordGenerator(name, fields, types)
                .generate()
                .addJavadoc(Javadocs.joined(
                        Javadocs.text(struct.doc(), "Struct " + struct.name() + "."),
                        Javadocs.params(fields).toBuilder()
                                .add(Deprecations.tag(struct))
                                .build()))
                .addAnnotations(Deprecations.annotations(struct))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.rpcType(types.codecName(struct.name())))
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .build();
        TypeSpec codec = new CodecGenerator(types.codecName(struct.name()), name, fields, types)
                .ofStruct()
                .build();
        return new GeneratedType(record, codec);
    }
}
