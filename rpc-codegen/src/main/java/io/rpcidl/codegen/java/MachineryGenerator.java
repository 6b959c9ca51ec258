package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import javax.lang.model.element.Modifier;

/** What ties a service's interfaces to the runtime: method descriptors, codecs of parameters, stubs, handlers bound. */
final class MachineryGenerator {

    private final ServiceNames names;
    private final TypeMapper types;

    MachineryGenerator(ServiceNames names, TypeMapper types) {
        this.names = names;
        this.types = types;
    }

    TypeSpec generate() {
        TypeSpec.Builder machinery = TypeSpec.classBuilder(names.machinery())
                .addJavadoc("Ties {@link $L} to the runtime.\n", names.client().simpleName())
                .addAnnotation(RuntimeNames.GENERATED)
                .addAnnotation(RuntimeNames.NULL_MARKED)
                .addModifiers(Modifier.FINAL)
                .addStaticBlock(CodeBlock.of("$T.require(1);\n", RuntimeNames.GENERATED_CODE))
                .addFields(new DescriptorGenerator(names, types).generate())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(define(names.handler(), false))
                .addMethod(define(names.asyncHandler(), true))
                .addType(new StubGenerator(names, false).generate())
                .addType(new StubGenerator(names, true).generate());
        for (JavaMethod method : names.methods()) {
            if (!DescriptorGenerator.isPutTogether(method)) {
                machinery.addType(paramsCodec(method));
            }
        }
        return machinery.build();
    }

    private MethodSpec define(ClassName handler, boolean async) {
        CodeBlock.Builder chain = CodeBlock.builder()
                .add(
                        "return new $T($L)",
                        RuntimeNames.SERVICE_DEFINITION,
                        StringLiterals.of(names.service().wireName()))
                .indent()
                .indent();
        names.methods().forEach(method -> chain.add("\n").add(binding(method, async)));
        return MethodSpec.methodBuilder(async ? "defineAsync" : "define")
                .addModifiers(Modifier.STATIC)
                .returns(RuntimeNames.SERVICE_DEFINITION)
                .addParameter(handler, "handler")
                .addCode(chain.add(";\n").unindent().unindent().build())
                .build();
    }

    private static CodeBlock binding(JavaMethod method, boolean async) {
        String descriptor = method.constants().descriptor();
        if (!method.model().streams()) {
            String kind = async ? "async" : method.returnsNothing() ? "procedure" : "blocking";
            return CodeBlock.of(".$L($L, handler::$N)", kind, descriptor, method.name());
        }
        String kind = method.kind() + (async ? "Async" : "");
        String items = method.stream().isPresent() ? ", " + method.constants().items() : "";
        boolean answersNothing = !async && !method.model().responseStream() && method.returnsNothing();
        if (answersNothing) {
            return CodeBlock.of(
                    ".$L($L$L, (request, in) -> {\n$>handler.$N(request, in);\nreturn null;\n$<})",
                    kind,
                    descriptor,
                    items,
                    method.name());
        }
        return CodeBlock.of(".$L($L$L, handler::$N)", kind, descriptor, items, method.name());
    }

    private TypeSpec paramsCodec(JavaMethod method) {
        ClassName codec = names.machinery().nestedClass(method.constants().codec());
        CodecGenerator generator = new CodecGenerator(codec, method.request(), method.parameters(), types);
        if (method.model().variadic()) {
            return generator.ofVariadic().build();
        }
        return (method.model().traits().positional() ? generator.ofPositional() : generator.ofParameters()).build();
    }
}
