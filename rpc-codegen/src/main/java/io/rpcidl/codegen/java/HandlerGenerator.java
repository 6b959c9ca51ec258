package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.codegen.java.ServiceNames.JavaMethod;
import java.util.List;
import java.util.concurrent.CompletionStage;
import javax.lang.model.element.Modifier;

/**
 * What servers implement: an interface for blocking handlers, one for asynchronous handlers, and a base class whose
 * methods answer that they are not implemented. Parameters always come as one record, so that a further optional one
 * changes no signature.
 */
final class HandlerGenerator {

    private final ServiceNames names;
    private final MethodDocs docs;

    HandlerGenerator(ServiceNames names, TypeMapper types) {
        this.names = names;
        this.docs = new MethodDocs(types);
    }

    TypeSpec blocking() {
        TypeSpec.Builder handler =
                handler(names.handler(), "define", "Serves " + names.service().name() + ".");
        names.parents().forEach(parent -> handler.addSuperinterface(parent.handler()));
        for (JavaMethod method : names.own()) {
            handler.addMethod(signature(method, method.result())
                    .addJavadoc(docs.ofHandler(method, false))
                    .addModifiers(Modifier.ABSTRACT)
                    .build());
        }
        return handler.build();
    }

    TypeSpec async() {
        String otherwise = "Serves " + names.service().name() + ", answering later.";
        TypeSpec.Builder handler = handler(names.asyncHandler(), "defineAsync", otherwise);
        names.parents().forEach(parent -> handler.addSuperinterface(parent.asyncHandler()));
        for (JavaMethod method : names.own()) {
            TypeName result = ServiceNames.generic(CompletionStage.class, method.boxedResult());
            handler.addMethod(signature(method, result)
                    .addJavadoc(docs.ofHandler(method, true))
                    .addModifiers(Modifier.ABSTRACT)
                    .build());
        }
        return handler.build();
    }

    TypeSpec base() {
        TypeSpec.Builder base = TypeSpec.classBuilder(names.handlerBase())
                .addJavadoc(
                        "A {@link $L} whose methods answer {@code UNIMPLEMENTED} until they are overridden:\nwith it, a"
                                + " method that is added to the contract does not break the build.\n",
                        names.handler().simpleName())
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .addSuperinterface(names.handler());
        for (JavaMethod method : names.methods()) {
            base.addMethod(signature(method, method.result())
                    .addAnnotation(Override.class)
                    .addStatement(
                            "throw $T.unimplemented($T.$L)",
                            RuntimeNames.GENERATED_CODE,
                            names.machinery(),
                            method.descriptor())
                    .build());
        }
        return base.build();
    }

    private TypeSpec.Builder handler(ClassName name, String define, String otherwise) {
        return TypeSpec.interfaceBuilder(name)
                .addJavadoc(Javadocs.text(names.service().doc(), otherwise))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterfaces(names.parents().isEmpty() ? List.of(RuntimeNames.SERVICE_HANDLER) : List.of())
                .addMethod(MethodSpec.methodBuilder("definition_")
                        .addAnnotation(Override.class)
                        .addModifiers(Modifier.PUBLIC, Modifier.DEFAULT)
                        .returns(RuntimeNames.SERVICE_DEFINITION)
                        .addStatement("return $T.$L(this)", names.machinery(), define)
                        .build());
    }

    private MethodSpec.Builder signature(JavaMethod method, TypeName result) {
        return MethodSpec.methodBuilder(method.name())
                .addModifiers(Modifier.PUBLIC)
                .returns(result)
                .addParameter(method.request(), "request");
    }
}
