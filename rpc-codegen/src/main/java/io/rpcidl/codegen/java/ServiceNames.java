package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A service and what is generated for it, by name.
 *
 * @param service what the contract says
 * @param client the interface that blocking callers use
 * @param methods its methods
 */
record ServiceNames(Service service, ClassName client, List<JavaMethod> methods) {

    /**
     * A method as generated code sees it.
     *
     * @param model what the contract says
     * @param name its Java name
     * @param descriptor the constant that describes it to the runtime
     * @param request the record of its parameters
     * @param parameters its parameters
     * @param result what it returns, void if nothing
     */
    record JavaMethod(
            Method model,
            String name,
            String descriptor,
            ClassName request,
            List<JavaField> parameters,
            TypeName result) {

        boolean hasOptional() {
            return !parameters.stream().allMatch(JavaField::isRequired);
        }

        List<JavaField> required() {
            return parameters.stream().filter(JavaField::isRequired).toList();
        }

        boolean returnsNothing() {
            return result.equals(TypeName.VOID);
        }

        /** Returns the result as an argument of a generic type. */
        TypeName boxedResult() {
            return returnsNothing() ? ClassName.get(Void.class).annotated(RuntimeNames.NULLABLE) : result.box();
        }
    }

    static ServiceNames of(String javaPackage, Service service, TypeMapper types) {
        ClassName client =
                ClassName.get(javaPackage, JavaNames.topLevel(service.name().simpleName()));
        Set<String> descriptors = new TreeSet<>();
        List<JavaMethod> methods = new ArrayList<>();
        for (Method method : service.methods()) {
            String descriptor = JavaNames.upperSnake(method.name()) + "_"; // so no parameter can hide it
            while (!descriptors.add(descriptor)) {
                descriptor += "_";
            }
            ClassName request = JavaNames.nested(client, JavaNames.capitalized(method.name()) + "Request");
            methods.add(new JavaMethod(
                    method,
                    JavaNames.method(method.name()),
                    descriptor,
                    request,
                    JavaField.of(method.parameters(), name -> parameter(name, client, request), types),
                    method.result().map(types::type).orElse(TypeName.VOID)));
        }
        return new ServiceNames(service, client, List.copyOf(methods));
    }

    private static String parameter(String name, ClassName client, ClassName request) {
        boolean hides = name.equals(client.simpleName()) || name.equals(request.simpleName());
        return hides ? name + "_" : JavaNames.component(name);
    }

    ClassName asyncClient() {
        return suffixed("Async");
    }

    ClassName handler() {
        return suffixed("Handler");
    }

    ClassName asyncHandler() {
        return suffixed("AsyncHandler");
    }

    ClassName handlerBase() {
        return suffixed("HandlerBase");
    }

    ClassName machinery() {
        return suffixed("_");
    }

    /** Returns all classes that are generated for it, those within others apart. */
    List<ClassName> all() {
        return List.of(client, asyncClient(), handler(), asyncHandler(), handlerBase(), machinery());
    }

    private ClassName suffixed(String suffix) {
        return ClassName.get(client.packageName(), client.simpleName() + suffix);
    }

    static TypeName generic(Class<?> type, TypeName argument) {
        return ParameterizedTypeName.get(ClassName.get(type), argument);
    }

    /** Returns the doc comment of one of its methods. */
    CodeBlock doc(JavaMethod method, boolean byRequest, TypeMapper types) {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(Javadocs.text(
                        method.model().doc(), "Calls " + method.model().name() + "."));
        if (!byRequest) {
            doc.add(Javadocs.params(method.required()));
        }
        boolean first = byRequest
                || method.required().stream()
                        .allMatch(each -> each.model().doc().isBlank());
        for (var error : method.model().errors()) {
            String text = types.declaration(error).doc();
            String summary = text.isBlank() ? "as the contract says" : Javadocs.harmless(text);
            doc.add(first ? "\n" : "").add("@throws $T $L\n", types.className(error), summary);
            first = false;
        }
        return doc.build();
    }
}
