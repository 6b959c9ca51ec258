package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.idl.model.QualifiedName;
import javax.lang.model.element.Modifier;

/**
 * What a method fails with, as a sealed family of its own: the exceptions cannot be one, as those of another package
 * cannot join it, and one exception can be declared by many methods.
 */
final class ErrorViewGenerator {

    private static final String SUFFIX = "Exception";

    private final JavaMethod method;
    private final TypeMapper types;

    ErrorViewGenerator(JavaMethod method, TypeMapper types) {
        this.method = method;
        this.types = types;
    }

    TypeSpec generate() {
        ClassName view = method.errors();
        Names taken = new Names();
        view.simpleNames().forEach(taken::free);
        CodeBlock.Builder sorting = CodeBlock.builder().add("return ");
        TypeSpec.Builder spec = TypeSpec.interfaceBuilder(view)
                .addJavadoc(
                        "What {@code $L} fails with, sorted by {@code of}.\n",
                        method.model().name())
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC, Modifier.SEALED);
        for (QualifiedName error : method.model().errors()) {
            ClassName exception = types.className(error);
            ClassName record = view.nestedClass(taken.free(name(exception)));
            sorting.add("error_ instanceof $T e ? new $T(e)\n: ", exception, record);
            spec.addType(record(record, exception).build());
        }
        ClassName other = view.nestedClass("Other_");
        spec.addType(record(other, RuntimeNames.RPC_EXCEPTION)
                .addJavadoc("Anything else: of the network, a deadline, the server.\n")
                .build());
        return spec.addMethod(MethodSpec.methodBuilder("of")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(view)
                        .addParameter(Throwable.class, "failure")
                        .addStatement(
                                "$T error_ = $T.of(failure)", RuntimeNames.RPC_EXCEPTION, RuntimeNames.RPC_EXCEPTION)
                        .addStatement("$L", sorting.add("new $T(error_)", other).build())
                        .build())
                .build();
    }

    private TypeSpec.Builder record(ClassName record, ClassName exception) {
        return TypeSpec.recordBuilder(record)
                .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                .addSuperinterface(method.errors())
                .recordConstructor(MethodSpec.constructorBuilder()
                        .addParameter(exception, "error")
                        .build());
    }

    private static String name(ClassName exception) {
        String name = exception.simpleName();
        boolean bare = name.endsWith(SUFFIX) && name.length() > SUFFIX.length();
        return JavaNames.topLevel(bare ? name.substring(0, name.length() - SUFFIX.length()) : name);
    }
}
