package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.rpcidl.codegen.java.ServiceNames.JavaMethod;
import io.rpcidl.idl.model.QualifiedName;
import io.rpcidl.idl.model.TypeRef;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.lang.model.element.Modifier;

/** What ties a service's interfaces to the runtime: method descriptors, codecs of parameters, stubs, handlers bound. */
final class MachineryGenerator {

    private static final String SERVICE = "SERVICE_";

    private final ServiceNames names;
    private final TypeMapper types;
    private final CodecExpressions codecs;
    private final HiddenTypes hidden;

    MachineryGenerator(ServiceNames names, TypeMapper types) {
        this.names = names;
        this.types = types;
        this.codecs = new CodecExpressions(types);
        this.hidden = names.hidden();
    }

    TypeSpec generate() {
        TypeSpec.Builder machinery = TypeSpec.classBuilder(names.machinery())
                .addJavadoc("Ties {@link $L} to the runtime.\n", names.client().simpleName())
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.FINAL)
                .addStaticBlock(CodeBlock.of("$T.require(1);\n", RuntimeNames.GENERATED_CODE));
        if (!names.methods().isEmpty()) {
            machinery.addField(
                    FieldSpec.builder(String.class, SERVICE, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
                            .initializer(StringLiterals.of(names.service().wireName()))
                            .build());
        }
        names.methods().forEach(method -> machinery.addField(descriptor(method)));
        machinery
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(define(names.handler(), false))
                .addMethod(define(names.asyncHandler(), true))
                .addType(stub("BlockingStub", names.client(), false))
                .addType(stub("AsyncStub", names.asyncClient(), true));
        names.methods().forEach(method -> machinery.addType(paramsCodec(method)));
        return machinery.build();
    }

    private FieldSpec descriptor(JavaMethod method) {
        TypeName type =
                ParameterizedTypeName.get(RuntimeNames.METHOD_DESCRIPTOR, method.request(), method.boxedResult());
        CodeBlock result = method.model()
                .result()
                .map(this::result)
                .orElseGet(() -> CodeBlock.of("$T.NOTHING", RuntimeNames.CODECS));
        CodeBlock errors = method.model().errors().stream()
                .map((QualifiedName error) -> CodeBlock.of("$T.INSTANCE", types.codecName(error)))
                .collect(CodeBlock.joining(",$W"));
        return FieldSpec.builder(type, method.descriptor(), Modifier.STATIC, Modifier.FINAL)
                .initializer(
                        "new $T<>(\n$>$>$L, $L, $T.Kind.$L,$W$T.INSTANCE,$W$L,$W$T.of($L)$L)$<$<",
                        RuntimeNames.METHOD_DESCRIPTOR,
                        SERVICE,
                        StringLiterals.of(method.model().wireName()),
                        RuntimeNames.METHOD_DESCRIPTOR,
                        method.model().oneway() ? "ONEWAY" : "UNARY",
                        codecClass(method),
                        result,
                        List.class,
                        errors,
                        TraitExpressions.argument(method.model().traits()))
                .build();
    }

    /** Returns the codec of a result; what a request's record checks is checked here by the codec. */
    private CodeBlock result(TypeRef type) {
        if (type instanceof TypeRef.Nullable nullable) {
            return CodeBlock.of("$T.nullable($L)", RuntimeNames.CODECS, result(nullable.type()));
        }
        CodeBlock codec = codecs.codec(type);
        return new CheckExpressions(types)
                .check(type)
                .map(check -> CodeBlock.of("$T.checked($L,$W$L)", RuntimeNames.CODECS, codec, check))
                .orElse(codec);
    }

    private MethodSpec define(ClassName handler, boolean async) {
        CodeBlock.Builder chain = CodeBlock.builder()
                .add(
                        "return new $T($L)",
                        RuntimeNames.SERVICE_DEFINITION,
                        StringLiterals.of(names.service().wireName()))
                .indent()
                .indent();
        for (JavaMethod method : names.methods()) {
            if (async) {
                chain.add("\n.async($L, handler::$N)", method.descriptor(), method.name());
            } else if (method.returnsNothing()) {
                chain.add("\n.procedure($L, handler::$N)", method.descriptor(), method.name());
            } else {
                chain.add("\n.blocking($L, handler::$N)", method.descriptor(), method.name());
            }
        }
        return MethodSpec.methodBuilder(async ? "defineAsync" : "define")
                .addModifiers(Modifier.STATIC)
                .returns(RuntimeNames.SERVICE_DEFINITION)
                .addParameter(handler, "handler")
                .addCode(chain.add(";\n").unindent().unindent().build())
                .build();
    }

    private TypeSpec stub(String name, ClassName client, boolean async) {
        ClassName stub = names.machinery().nestedClass(name);
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
                .addMethod(override("with")
                        .returns(client)
                        .addParameter(RuntimeNames.CALL_OPTIONS, "options")
                        .addStatement("return new $T(caller_.with(options))", stub)
                        .build());
        names.methods().forEach(method -> spec.addMethod(call(method, async)));
        return spec.build();
    }

    private MethodSpec call(JavaMethod method, boolean async) {
        TypeName result = async ? ServiceNames.generic(CompletableFuture.class, method.boxedResult()) : method.result();
        MethodSpec.Builder call = override(method.name()).returns(hidden.visible(result));
        CodeBlock request = CodeBlock.of("request");
        if (method.hasOptional()) {
            call.addParameter(method.request(), "request");
        } else if (method.model().variadic()) {
            JavaField list = method.parameters().get(0);
            VariadicCode.addParameter(call, list, hidden::visible);
            request = CodeBlock.of("new $T($L)", method.request(), VariadicCode.list(list));
        } else {
            method.parameters().forEach(field -> call.addParameter(hidden.visible(field.given()), field.name()));
            CodeBlock arguments = method.parameters().stream()
                    .map(field -> CodeBlock.of("$N", field.name()))
                    .collect(CodeBlock.joining(",$W"));
            request = CodeBlock.of("new $T($L)", method.request(), arguments);
        }
        String statement = async
                ? "return caller_.callAsync($L,$W$L)"
                : method.returnsNothing() ? "caller_.call($L,$W$L)" : "return caller_.call($L,$W$L)";
        return call.addStatement(statement, method.descriptor(), request).build();
    }

    private TypeSpec paramsCodec(JavaMethod method) {
        CodecGenerator generator = new CodecGenerator(codecClass(method), method.request(), method.parameters(), types);
        if (method.model().variadic()) {
            return generator.ofVariadic().build();
        }
        return (method.model().traits().positional() ? generator.ofPositional() : generator.ofParameters()).build();
    }

    private ClassName codecClass(JavaMethod method) {
        return names.machinery().nestedClass(method.codec());
    }

    private static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
