package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A service and what is generated for it, by name.
 *
 * @param service what the contract says
 * @param client the interface that blocking callers use
 * @param parents the services that it extends
 * @param methods its methods, the inherited ones first
 */
record ServiceNames(Service service, ClassName client, List<ServiceNames> parents, List<JavaMethod> methods) {

    /**
     * A method as generated code sees it.
     *
     * @param model what the contract says
     * @param own whether the service declares it itself
     * @param name its Java name
     * @param descriptor the constant that describes it to the runtime
     * @param request the record of its parameters, of the service that declares it
     * @param codec the name of that record's codec
     * @param parameters its parameters
     * @param result what it returns, void if nothing
     */
    record JavaMethod(
            Method model,
            boolean own,
            String name,
            String descriptor,
            ClassName request,
            String codec,
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

        private JavaMethod inherited(Names taken) {
            return new JavaMethod(
                    model,
                    false,
                    name,
                    ServiceNames.describe(model, taken),
                    request,
                    taken.free(request.simpleName() + "Codec_"),
                    parameters,
                    result);
        }
    }

    static ServiceNames of(Service service, TypeMapper types) {
        String javaPackage =
                types.schema().contractPackage(service.name().packageName()).javaPackage();
        ClassName client =
                ClassName.get(javaPackage, JavaNames.topLevel(service.name().simpleName()));
        List<ServiceNames> parents = service.parents().stream()
                .map(parent -> of(types.schema().service(parent), types))
                .toList();
        Names taken = new Names();
        taken.free(client.simpleName() + "_");
        Set<Method> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<JavaMethod> methods = new ArrayList<>();
        for (ServiceNames parent : parents) {
            for (JavaMethod method : parent.methods()) {
                if (seen.add(method.model())) {
                    methods.add(method.inherited(taken));
                }
            }
        }
        service.methods().forEach(method -> methods.add(method(method, client, taken, types)));
        return new ServiceNames(service, client, parents, List.copyOf(methods));
    }

    private static JavaMethod method(Method method, ClassName client, Names taken, TypeMapper types) {
        ClassName request = JavaNames.nested(client, JavaNames.capitalized(method.name()) + "Request");
        return new JavaMethod(
                method,
                true,
                JavaNames.method(method.name()),
                describe(method, taken),
                request,
                taken.free(request.simpleName() + "Codec_"),
                JavaField.of(method.parameters(), name -> parameter(name, client, request), types),
                method.result().map(types::type).orElse(TypeName.VOID));
    }

    private static String describe(Method method, Names taken) {
        return taken.free(JavaNames.upperSnake(method.name()) + "_"); // so no parameter can hide it
    }

    private static String parameter(String name, ClassName client, ClassName request) {
        boolean hides = name.equals(client.simpleName()) || name.equals(request.simpleName());
        return hides ? name + "_" : JavaNames.component(name);
    }

    /** Returns the methods that it declares itself. */
    List<JavaMethod> own() {
        return methods.stream().filter(JavaMethod::own).toList();
    }

    /** Returns what is hidden where its client's members are inherited: the records of all methods. */
    HiddenTypes hidden() {
        return new HiddenTypes(
                methods.stream().map(method -> method.request().simpleName()).collect(Collectors.toUnmodifiableSet()));
    }

    /** Returns what is hidden within its client: the records that it inherits. */
    HiddenTypes hiddenByParents() {
        return new HiddenTypes(parents.stream()
                .flatMap(parent -> parent.hidden().names().stream())
                .collect(Collectors.toUnmodifiableSet()));
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
}
