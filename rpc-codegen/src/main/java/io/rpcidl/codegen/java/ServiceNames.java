package io.rpcidl.codegen.java;

import com.palantir.javapoet.ClassName;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.Service;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A service and what is generated for it, by name.
 *
 * @param service what the contract says
 * @param client the interface that blocking callers use
 * @param parents the services that it extends
 * @param methods its methods, the inherited ones first
 */
record ServiceNames(Service service, ClassName client, List<ServiceNames> parents, List<JavaMethod> methods) {

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
        service.methods().forEach(method -> methods.add(JavaMethod.of(method, client, taken, types)));
        return new ServiceNames(service, client, parents, List.copyOf(methods));
    }

    /** Returns the methods that it declares itself. */
    List<JavaMethod> own() {
        return methods.stream().filter(JavaMethod::own).toList();
    }

    /** Returns what is hidden where its client's members are inherited: what is nested in it for each method. */
    HiddenTypes hidden() {
        return new HiddenTypes(methods.stream()
                .flatMap(method ->
                        method.hasErrors() ? Stream.of(method.request(), method.errors()) : Stream.of(method.request()))
                .map(ClassName::simpleName)
                .collect(Collectors.toUnmodifiableSet()));
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

    ClassName asyncHandlerBase() {
        return suffixed("AsyncHandlerBase");
    }

    ClassName fake() {
        return ClassName.get(client.packageName(), "Fake" + client.simpleName());
    }

    ClassName machinery() {
        return suffixed("_");
    }

    /** Returns all classes that are generated for it, those within others apart. */
    List<ClassName> all() {
        return List.of(
                client,
                asyncClient(),
                handler(),
                asyncHandler(),
                handlerBase(),
                asyncHandlerBase(),
                fake(),
                machinery());
    }

    private ClassName suffixed(String suffix) {
        return ClassName.get(client.packageName(), client.simpleName() + suffix);
    }
}
