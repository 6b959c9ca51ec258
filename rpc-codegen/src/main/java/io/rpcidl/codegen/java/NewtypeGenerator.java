package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.Newtype;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A newtype as a record of one component, with the JSON of what it stands for. */
final class NewtypeGenerator {

    private final TypeMapper types;
    private final CodecExpressions codecs;

    NewtypeGenerator(TypeMapper types) {
        this.types = types;
        this.codecs = new CodecExpressions(types);
    }

    GeneratedType generate(Newtype newtype) {
        ClassName name = types.className(newtype.name());
        JavaField value = JavaField.wrapped(newtype.type(), newtype.sensitive(), newtype.span(), types);
        TypeSpec record = RecordHeader.wrapper(name, value, types)
                .generate()
                .addJavadoc(Javadocs.of(newtype, "Newtype " + newtype.name() + "."))
                .addAnnotations(Deprecations.annotations(newtype))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.rpcType(types.codecName(newtype.name())))
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .build();
        return new GeneratedType(record, codec(newtype, name, value));
    }

    private TypeSpec codec(Newtype newtype, ClassName name, JavaField value) {
        ClassName codec = types.codecName(newtype.name());
        FieldCodes codes = new FieldCodes(codec, List.of(value), types);
        TypeSpec.Builder spec = CodecClass.of(codec, name, RuntimeNames.CODEC);
        if (codecs.isKey(newtype.type())) {
            spec.addField(key(newtype, name));
        }
        codes.shapes().ifPresent(spec::addType);
        boolean constrained = !new FieldChecks(List.of(value), types).isEmpty();
        return spec.addMethod(CodecClass.override("write")
                        .addParameter(RuntimeNames.JSON_WRITER, "out_")
                        .addParameter(name, "value_")
                        .addStatement(codes.write(value, CodeBlock.of("out_"), CodeBlock.of("value_.value()")))
                        .build())
                .addMethod(CodecClass.override("read")
                        .addParameter(RuntimeNames.JSON_READER, "in_")
                        .returns(name)
                        .addCode(CodecClass.construct(name, codes.read(value), constrained))
                        .build())
                .build();
    }

    private FieldSpec key(Newtype newtype, ClassName name) {
        return FieldSpec.builder(
                        ParameterizedTypeName.get(RuntimeNames.MAP_KEY, name),
                        "KEY",
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc("The newtype as the key of a map.\n")
                .initializer(
                        "$L.as($S, $T::new, $T::value)",
                        codecs.key(newtype.type()),
                        newtype.name().simpleName(),
                        name,
                        name)
                .build();
    }
}
