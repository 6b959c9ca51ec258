package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import javax.lang.model.element.Modifier;

/**
 * What servers implement: an interface for blocking handlers, one for asynchronous handlers, and for each a base class
 * whose methods answer that they are not implemented. Parameters always come as one record, so that a further optional
 * one changes no signature.
 */
final class HandlerGenerator {

    private final ServiceNames names;
    private final MethodDocs docs;

    HandlerGenerator(ServiceNames names, TypeMapper types) {
        this.names = names;
        this.docs = new MethodDocs(types);
    }

    List<TypeSpec> generate() {
        return List.of(handler(false), handler(true), base(false), base(true));
    }

    private TypeSpec handler(boolean async) {
        String otherwise = "Serves " + names.service().name() + (async ? ", answering later." : ".");
        TypeSpec.Builder handler = TypeSpec.interfaceBuilder(name(names, async))
                .addJavadoc(Javadocs.text(names.service().doc(), otherwise))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterfaces(names.parents().isEmpty() ? List.of(RuntimeNames.SERVICE_HANDLER) : List.of())
                .addMethod(MethodSpec.methodBuilder("definition_")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                        .returns(RuntimeNames.SERVICE_DEFINITION)
                        .addStatement("return $T.$L(this)", names.machinery(), async ? "defineAsync" : "define")
                        .build());
        names.parents().forEach(parent -> handler.addSuperinterface(name(parent, async)));
        for (JavaMethod method : names.own()) {
            handler.addMethod(signature(method, async)
                    .addJavadoc(docs.ofHandler(method, async))
                    .addModifiers(Modifier.ABSTRACT)
                    .build());
        }
        return handler.build();
    }

    private TypeSpec base(boolean async) {
        ClassName handler = name(names, async);
        TypeSpec.Builder base = TypeSpec.classBuilder(async ? names.asyncHandlerBase() : names.handlerBase())
                .addJavadoc(
                        "A {@link $L} whose methods answer {@code UNIMPLEMENTED} until they are overridden:\nwith it, a"
                                + " method that is added to the contract does not break the build.\n",
                        handler.simpleName())
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addSuperinterface(handler);
        for (JavaMethod method : names.methods()) {
            base.addMethod(signature(method, async)
                    .addAnnotation(Override.class)
                    .addStatement(
                            "throw $T.unimplemented($T.$L)",
                            RuntimeNames.GENERATED_CODE,
                            names.machinery(),
                            method.constants().descriptor())
                    .build());
        }
        return base.build();
    }

    private static ClassName name(ServiceNames names, boolean async) {
        return async ? names.asyncHandler() : names.handler();
    }

    private static MethodSpec.Builder signature(JavaMethod method, boolean async) {
        MethodTypes types = new MethodTypes(method, async);
        return MethodSpec.methodBuilder(method.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(types.ofHandler())
                .addParameter(method.request(), "request")
                .addParameters(types.toHandler());
    }
}
