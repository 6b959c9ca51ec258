package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;

/** What ties a service's interfaces to the runtime: method descriptors, codecs of parameters, stubs, handlers bound. */
final class MachineryGenerator {

    /** How many methods are bound by one: HotSpot compiles no method of more than 8,000 bytes. */
    private static final int BINDINGS = 200;

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
                .addAnnotation(RuntimeNames.NULL_UNMARKED)
                .addModifiers(Modifier.FINAL)
                .addStaticBlock(CodeBlock.of("$T.require(1);\n", RuntimeNames.GENERATED_CODE))
                .addFields(new DescriptorGenerator(names, types).generate())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(definition())
                .addMethods(define(names.handler(), false))
                .addMethods(define(names.asyncHandler(), true))
                .addType(new StubGenerator(names, false).generate())
                .addType(new StubGenerator(names, true).generate());
        for (JavaMethod method : names.methods()) {
            if (!DescriptorGenerator.isPutTogether(method)) {
                machinery.addType(paramsCodec(method));
            }
        }
        return machinery.build();
    }

    /** Returns the method that makes the definition to which methods are bound. */
    private MethodSpec definition() {
        return MethodSpec.methodBuilder("definition_")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(RuntimeNames.SERVICE_DEFINITION)
                .addStatement(
                        "return new $T($L)$L",
                        RuntimeNames.SERVICE_DEFINITION,
                        StringLiterals.of(names.service().wireName()),
                        ContractTexts.of(names.service(), names, types.schema()))
                .build();
    }

    /** Returns the methods that bind a handler's methods: one, or one that calls others where they are many. */
    private List<MethodSpec> define(ClassName handler, boolean async) {
        String name = async ? "defineAsync" : "define";
        MethodSpec.Builder define = MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.STATIC)
                .returns(RuntimeNames.SERVICE_DEFINITION)
                .addParameter(handler, "handler")
                .addStatement("$T definition = definition_()", RuntimeNames.SERVICE_DEFINITION);
        List<MethodSpec> methods = new ArrayList<>();
        List<List<JavaMethod>> parts = Parts.of(names.methods(), BINDINGS);
        for (List<JavaMethod> part : parts) {
            CodeBlock.Builder bindings = CodeBlock.builder();
            part.forEach(method -> bindings.addStatement("definition$L", binding(method, async)));
            if (parts.size() == 1) {
                define.addCode(bindings.build());
                continue;
            }
            String partName = name + methods.size() + "_";
            define.addStatement("$L(definition, handler)", partName);
            methods.add(MethodSpec.methodBuilder(partName)
                    .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                    .addParameter(RuntimeNames.SERVICE_DEFINITION, "definition")
                    .addParameter(handler, "handler")
                    .addCode(bindings.build())
                    .build());
        }
        methods.add(0, define.addStatement("return definition").build());
        return methods;
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
