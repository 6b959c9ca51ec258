package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/**
 * What clients call: an interface for blocking callers, which also holds the records of the methods' parameters, and one
 * for asynchronous callers. A method with optional parameters takes them as a record, and has a short form for the
 * required ones.
 */
final class ClientGenerator {

    private final ServiceNames names;
    private final TypeMapper types;
    private final MethodDocs docs;

    ClientGenerator(ServiceNames names, TypeMapper types) {
        this.names = names;
        this.types = types;
        this.docs = new MethodDocs(types);
    }

    TypeSpec blocking() {
        TypeSpec.Builder client = client(names.client(), "BlockingStub");
        names.parents().forEach(parent -> client.addSuperinterface(parent.client()));
        for (JavaMethod method : names.own()) {
            methods(client, method, false);
        }
        for (JavaMethod method : names.own()) {
            client.addType(request(method));
            if (method.hasErrors()) {
                client.addType(new ErrorViewGenerator(method, types).generate());
            }
        }
        return client.build();
    }

    TypeSpec async() {
        TypeSpec.Builder client = client(names.asyncClient(), "AsyncStub");
        names.parents().forEach(parent -> client.addSuperinterface(parent.asyncClient()));
        for (JavaMethod method : names.own()) {
            methods(client, method, true);
        }
        return client.build();
    }

    private TypeSpec.Builder client(ClassName name, String stub) {
        ClassName implementation = names.machinery().nestedClass(stub);
        String otherwise = "Client of " + names.service().name() + ".";
        return TypeSpec.interfaceBuilder(name)
                .addJavadoc(Javadocs.of(names.service(), otherwise))
                .addAnnotations(Deprecations.annotations(names.service()))
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.PUBLIC)
                .addMethod(MethodSpec.methodBuilder("stub")
                        .addJavadoc(
                                "Returns a stub that calls through a channel. It is cheap, immutable and safe for any"
                                        + " number of threads.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.STATIC)
                        .returns(name)
                        .addParameter(RuntimeNames.CHANNEL, "channel")
                        .addStatement("return new $T(channel)", implementation)
                        .build())
                .addMethod(MethodSpec.methodBuilder("with")
                        .addJavadoc("Returns a stub with these options on top of its own.\n")
                        .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                        .returns(name)
                        .addParameter(RuntimeNames.CALL_OPTIONS, "options")
                        .build());
    }

    private void methods(TypeSpec.Builder client, JavaMethod method, boolean async) {
        if (!method.hasOptional()) {
            client.addMethod(signature(method, method.parameters(), async)
                    .addJavadoc(docs.ofClient(method, method.parameters(), async))
                    .addModifiers(Modifier.ABSTRACT)
                    .build());
            return;
        }
        CodeBlock required = method.required().stream()
                .map(field -> CodeBlock.of("$N", field.name()))
                .collect(CodeBlock.joining(",$W"));
        MethodTypes types = new MethodTypes(method, async);
        String stream =
                types.fromCallers().stream().map(each -> ", " + each.name()).collect(Collectors.joining());
        CodeBlock call = CodeBlock.of("$N(new $T($L)$L)", method.name(), method.request(), required, stream);
        client.addMethod(signature(method, method.required(), async)
                .addJavadoc(docs.ofClient(method, method.required(), async))
                .addModifiers(Modifier.DEFAULT)
                .addStatement(types.forCallers().equals(TypeName.VOID) ? "$L" : "return $L", call)
                .build());
        client.addMethod(MethodSpec.methodBuilder(method.name())
                .addJavadoc(docs.ofClient(method, List.of(), async))
                .addAnnotations(Deprecations.annotations(method.model()))
                .addModifiers(Modifier.PUBLIC, Modifier.ABSTRACT)
                .returns(types.forCallers())
                .addParameter(method.request(), "request")
                .addParameters(types.fromCallers())
                .build());
    }

    private static MethodSpec.Builder signature(JavaMethod method, List<JavaField> fields, boolean async) {
        MethodTypes types = new MethodTypes(method, async);
        MethodSpec.Builder signature = MethodSpec.methodBuilder(method.name())
                .addAnnotations(Deprecations.annotations(method.model()))
                .addModifiers(Modifier.PUBLIC)
                .returns(types.forCallers());
        if (method.model().variadic()) {
            return VariadicCode.addParameter(signature, fields.get(0), UnaryOperator.identity());
        }
        fields.forEach(field -> signature.addParameter(field.parameter()));
        return signature.addParameters(types.fromCallers());
    }

    private TypeSpec request(JavaMethod method) {
        return new RecordGenerator(method.request(), method.parameters(), types)
                .generateRequest()
                .addModifiers(Modifier.STATIC)
                .addJavadoc(Javadocs.joined(
                        CodeBlock.of(
                                "The parameters of {@code $L}.\n",
                                method.model().name()),
                        Javadocs.params(method.parameters())))
                .build();
    }
}
