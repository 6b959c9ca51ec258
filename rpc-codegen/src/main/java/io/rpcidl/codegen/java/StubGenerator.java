package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** A stub: the client's interface over a channel, blocking or asynchronous. */
final class StubGenerator {

    private final ServiceNames names;
    private final boolean async;
    private final HiddenTypes hidden;

    StubGenerator(ServiceNames names, boolean async) {
        this.names = names;
        this.async = async;
        this.hidden = names.hidden();
    }

    TypeSpec generate() {
        ClassName client = async ? names.asyncClient() : names.client();
        ClassName stub = names.machinery().nestedClass(async ? "AsyncStub" : "BlockingStub");
        TypeSpec.Builder spec = TypeSpec.classBuilder(stub)
                .addModifiers(Modifier.STATIC, Modifier.FINAL)
                .addSuperinterface(client)
                .addField(RuntimeNames.CALLER, "caller_", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(MethodSpec.constructorBuilder()
                        .addParameter(RuntimeNames.CHANNEL, "channel")
                        .addStatement("this(new $T(channel))", RuntimeNames.CALLER)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(RuntimeNames.CALLER, "caller_")
                        .addStatement("this.caller_ = caller_")
                        .build())
                .addMethod(CodecClass.override("with")
                        .returns(client)
                        .addParameter(RuntimeNames.CALL_OPTIONS, "options")
                        .addStatement("return new $T(caller_.with(options))", stub)
                        .build());
        names.methods().forEach(method -> spec.addMethod(call(method)));
        return spec.build();
    }

    private MethodSpec call(JavaMethod method) {
        MethodTypes types = new MethodTypes(method, async);
        MethodSpec.Builder call = CodecClass.override(method.name()).returns(hidden.visible(types.forCallers()));
        CodeBlock request = request(method, call);
        CodeBlock.Builder arguments =
                CodeBlock.builder().add("$L,$W", method.constants().descriptor());
        if (method.stream().isPresent()) {
            arguments.add("$L,$W", method.constants().items());
        }
        arguments.add(request);
        for (ParameterSpec stream : types.fromCallers()) {
            call.addParameter(hidden.visible(stream.type()), stream.name());
            arguments.add(",$W$N", stream.name());
        }
        String returns = types.forCallers().equals(TypeName.VOID) ? "" : "return ";
        String kind = method.kind() + (async ? "Async" : "");
        return call.addStatement("$Lcaller_.$L($L)", returns, kind, arguments.build())
                .build();
    }

    /** Adds the parameters and returns an expression for the record of them. */
    private CodeBlock request(JavaMethod method, MethodSpec.Builder call) {
        if (method.hasOptional()) {
            call.addParameter(method.request(), "request");
            return CodeBlock.of("request");
        }
        if (method.model().variadic()) {
            JavaField list = method.parameters().get(0);
            VariadicCode.addParameter(call, list, hidden::visible);
            return CodeBlock.of("new $T($L)", method.request(), VariadicCode.list(list));
        }
        method.parameters().forEach(field -> call.addParameter(hidden.visible(field.given()), field.name()));
        CodeBlock arguments = method.parameters().stream()
                .map(field -> CodeBlock.of("$N", field.name()))
                .collect(CodeBlock.joining(",$W"));
        return CodeBlock.of("new $T($L)", method.request(), arguments);
    }
}
