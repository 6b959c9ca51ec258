package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import io.rpcidl.idl.model.UnionType;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.lang.model.element.Modifier;

/**
 * A union as a sealed interface: a record for each member, a method that makes it, and one method that asks for all of
 * them. An open one also has a record for what a newer peer sent, which is kept as it came.
 */
final class UnionGenerator {

    private static final TypeVariableName RESULT = TypeVariableName.get("R");

    private final TypeMapper types;

    UnionGenerator(TypeMapper types) {
        this.types = types;
    }

    GeneratedType generate(UnionType model) {
        UnionNames names = UnionNames.of(model, types);
        TypeSpec.Builder union = TypeSpec.interfaceBuilder(names.union())
                .addJavadoc(Javadocs.of(model, "Union " + model.name() + "."))
                .addAnnotations(Deprecations.annotations(model))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.rpcType(types.codecName(model.name())))
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.PUBLIC, Modifier.SEALED);
        names.members().forEach(member -> union.addMethod(factory(names, member)));
        union.addMethod(match(names));
        names.members().forEach(member -> union.addType(record(names, member)));
        if (!model.closed()) {
            union.addType(unknown(names));
        }
        return new GeneratedType(union.build(), new UnionCodecGenerator(names, types).generate());
    }

    private MethodSpec factory(UnionNames names, UnionNames.Member member) {
        MethodSpec.Builder factory = MethodSpec.methodBuilder(member.factory())
                .addJavadoc(Javadocs.of(member.model()))
                .addAnnotations(Deprecations.annotations(member.model()))
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .returns(names.union());
        if (member.value().isEmpty()) {
            return factory.addStatement("return new $T()", member.record()).build();
        }
        String payload = member.field().name();
        return factory.addParameter(member.field().type(), payload)
                .addStatement("return new $T($N)", member.record(), payload)
                .build();
    }

    private MethodSpec match(UnionNames names) {
        MethodSpec.Builder match = MethodSpec.methodBuilder("match")
                .addJavadoc("Returns what the function of the member says that this is.\n")
                .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                .addTypeVariable(RESULT)
                .returns(RESULT);
        CodeBlock.Builder body = CodeBlock.builder();
        for (UnionNames.Member member : names.members()) {
            String name = member.field().name();
            match.addParameter(function(member), name);
            boolean unit = member.value().isEmpty();
            body.beginControlFlow(unit ? "if (this instanceof $T)" : "if (this instanceof $T it_)", member.record())
                    .addStatement(unit ? "return $N.get()" : "return $N.apply(it_.value())", name)
                    .endControlFlow();
        }
        if (names.model().closed()) {
            body.addStatement("throw new $T()", AssertionError.class);
        } else {
            match.addParameter(function(names.unknown()), "unknown_");
            body.addStatement("return unknown_.apply(($T) this)", names.unknown());
        }
        return match.addCode(body.build()).build();
    }

    private TypeName function(UnionNames.Member member) {
        return member.model()
                .type()
                .map(type -> function(types.boxed(type)))
                .orElseGet(() ->
                        ParameterizedTypeName.get(ClassName.get(Supplier.class), WildcardTypeName.subtypeOf(RESULT)));
    }

    private static TypeName function(TypeName payload) {
        return ParameterizedTypeName.get(
                ClassName.get(Function.class),
                WildcardTypeName.supertypeOf(payload),
                WildcardTypeName.subtypeOf(RESULT));
    }

    private TypeSpec record(UnionNames names, UnionNames.Member member) {
        TypeSpec.Builder record = member.value()
                .map(value ->
                        RecordHeader.wrapper(member.record(), value, types).generate())
                .orElseGet(() -> TypeSpec.recordBuilder(member.record())
                        .addModifiers(Modifier.PUBLIC)
                        .recordConstructor(MethodSpec.constructorBuilder().build()));
        return record.addModifiers(Modifier.STATIC)
                .addJavadoc("The member {@code $L}.\n", member.model().name())
                .addSuperinterface(names.union())
                .build();
    }

    private static TypeSpec unknown(UnionNames names) {
        MethodSpec.Builder components = MethodSpec.constructorBuilder()
                .addParameter(String.class, "tag")
                .addParameter(RuntimeNames.JSON_VALUE, "json");
        return TypeSpec.recordBuilder(names.unknown())
                .addJavadoc("A member that this contract does not know: it is sent on as it came.\n\n"
                        + "@param tag its name on the wire\n@param json what it holds\n")
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(names.union())
                .recordConstructor(components.build())
                .addMethod(MethodSpec.compactConstructorBuilder()
                        .addJavadoc("Checks that nothing is null.\n")
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement("$T.requireNonNull(tag, $S)", Objects.class, "tag")
                        .addStatement("$T.requireNonNull(json, $S)", Objects.class, "json")
                        .build())
                .build();
    }
}
