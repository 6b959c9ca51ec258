package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** A service for tests of those who call it: it answers what the test says, and remembers what it was asked. */
final class FakeGenerator {

    private final ServiceNames names;

    FakeGenerator(ServiceNames names) {
        this.names = names;
    }

    TypeSpec generate() {
        TypeSpec.Builder fake = TypeSpec.classBuilder(names.fake())
                .addJavadoc(
                        "A {@link $L} for tests: what is set answers, anything else is {@code UNIMPLEMENTED}.\n",
                        names.client().simpleName())
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(RuntimeNames.FAKE)
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PUBLIC)
                        .addStatement(
                                "super($L)", StringLiterals.of(names.service().wireName()))
                        .build())
                .addMethod(stub("stub", names.client()))
                .addMethod(stub("asyncStub", names.asyncClient()));
        names.methods().forEach(method -> fake.addMethod(setter(method)));
        return fake.build();
    }

    private static MethodSpec stub(String name, ClassName client) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .returns(client)
                .addStatement("return $T.stub(channel())", client)
                .build();
    }

    private MethodSpec setter(JavaMethod method) {
        String kind = method.kind();
        boolean streams = method.model().streams();
        String unary = method.returnsNothing() ? "procedure" : "blocking";
        List<TypeName> arguments = new ArrayList<>(List.of(method.request()));
        method.stream().ifPresent(items -> arguments.add(items.type().box()));
        if (streams || !method.returnsNothing()) {
            arguments.add(method.boxedResult());
        }
        ClassName function = RuntimeNames.SERVICE_DEFINITION.nestedClass(JavaNames.capitalized(streams ? kind : unary));
        CodeBlock items = method.stream().isPresent()
                ? CodeBlock.of(", $T.$L", names.machinery(), method.constants().items())
                : CodeBlock.of("");
        return MethodSpec.methodBuilder(
                        "on" + JavaNames.capitalized(method.model().name()))
                .addModifiers(Modifier.PUBLIC)
                .returns(names.fake())
                .addParameter(ParameterizedTypeName.get(function, arguments.toArray(TypeName[]::new)), "answer")
                .addStatement(
                        "answers().$L($T.$L$L, answer)",
                        streams ? kind : unary,
                        names.machinery(),
                        method.constants().descriptor(),
                        items)
                .addStatement("return this")
                .build();
    }
}
