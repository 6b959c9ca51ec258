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

    List<TypeSpec> generate(Struct struct) {
        ClassName name = types.className(struct.name());
        List<JavaField> fields = JavaField.of(struct.fields(), JavaNames::component, types);
        TypeSpec record = new RecordGenerator(name, fields, types)
                .generate()
                .addJavadoc(Javadocs.text(struct.doc(), "Struct " + struct.name() + "."))
                .addJavadoc(Javadocs.params(fields))
                .addJavadoc(Deprecations.tag(struct))
                .addAnnotations(Deprecations.annotations(struct))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .build();
        TypeSpec codec = new CodecGenerator(types.codecName(struct.name()), name, fields, types)
                .ofStruct()
                .build();
        return List.of(record, codec);
    }
}
