package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;

/** The builder of a record or an exception: required parts are checked when it builds, defaults are there from the start. */
final class BuilderGenerator {

    /** So many required parts are not listed: the constructor shows them. */
    private static final int MANY = 8;

    private final ClassName product;
    private final List<JavaField> fields;
    private final ValueExpressions values;

    BuilderGenerator(ClassName product, List<JavaField> fields, TypeMapper types) {
        this.product = product;
        this.fields = fields;
        this.values = new ValueExpressions(types);
    }

    /** Returns the builder of a class. */
    static ClassName name(ClassName product) {
        return JavaNames.nested(product, "Builder");
    }

    ClassName builderName() {
        return name(product);
    }

    /** Returns a builder with fields and setters; what it is made of and how it builds is the caller's to add. */
    TypeSpec.Builder builder() {
        TypeSpec.Builder builder = TypeSpec.classBuilder(builderName())
                .addJavadoc(
                        "Builds a {@link $L}$L. Not for several threads at once.\n", product.simpleName(), required())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL);
        for (JavaField field : fields) {
            builder.addField(field(field));
        }
        for (JavaField field : fields) {
            builder.addMethod(setter(field));
        }
        return builder;
    }

    /** Returns the arguments of the product's constructor, in order, from within the builder. */
    CodeBlock arguments(CodeBlock... before) {
        Stream<CodeBlock> all = Stream.concat(Stream.of(before), fields.stream().map(this::argument));
        return checks() ? all.collect(CodeBlock.joining(",\n", "\n", "")) : all.collect(CodeBlock.joining(",$W"));
    }

    /** Returns what {@code build} says of itself. */
    String promise(String what) {
        return checks()
                ? "Builds the " + what + "; an {@link IllegalStateException} names a required part that is not set.\n"
                : "";
    }

    private boolean checks() {
        return fields.stream().anyMatch(JavaField::isRequired);
    }

    /** Returns what must be set, for people. */
    private String required() {
        List<String> names = fields.stream()
                .filter(JavaField::isRequired)
                .map(field -> "{@code " + field.model().name() + "}")
                .toList();
        if (names.isEmpty() || names.size() > MANY) {
            return "";
        }
        return names.size() == 1
                ? ": " + names.get(0) + " is required"
                : ": " + String.join(", ", names) + " are required";
    }

    private FieldSpec field(JavaField field) {
        if (field.isRequired()) {
            TypeName type = field.given().box().annotated(RuntimeNames.NULLABLE);
            return FieldSpec.builder(type, field.name(), Modifier.PRIVATE).build();
        }
        FieldSpec.Builder spec = FieldSpec.builder(field.type(), field.name(), Modifier.PRIVATE);
        if (field.isTristate()) {
            spec.initializer("$T.absent()", RuntimeNames.PATCH);
        }
        field.model()
                .defaultValue()
                .ifPresent(value ->
                        spec.initializer(values.expression(field.model().type(), value)));
        return spec.build();
    }

    private MethodSpec setter(JavaField field) {
        return MethodSpec.methodBuilder(field.name())
                .addJavadoc(Javadocs.of(field.model()))
                .addAnnotations(Deprecations.annotations(field.model()))
                .addModifiers(Modifier.PUBLIC)
                .returns(builderName())
                .addParameter(field.parameter())
                .addStatement("this.$N = $N", field.name(), field.name())
                .addStatement("return this")
                .build();
    }

    private CodeBlock argument(JavaField field) {
        return field.isRequired()
                ? CodeBlock.of(
                        "$T.required($N, $S, $S)",
                        RuntimeNames.GENERATED_CODE,
                        field.name(),
                        product.simpleName(),
                        field.model().name())
                : CodeBlock.of("$N", field.name());
    }
}
