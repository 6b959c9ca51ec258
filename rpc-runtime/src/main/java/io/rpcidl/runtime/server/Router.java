package io.rpcidl.runtime.server;

import io.rpcidl.runtime.MethodDescriptor;
import io.rpcidl.runtime.stub.ServiceDefinition;
import io.rpcidl.runtime.stub.ServiceDefinition.Binding;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the method of a request by its names on the wire. Immutable. */
final class Router {

    private final Map<String, Map<String, Binding<?, ?>>> services = new LinkedHashMap<>();

    Router(List<ServiceDefinition> definitions, Replays replays) {
        for (ServiceDefinition definition : definitions) {
            Map<String, Binding<?, ?>> methods = new HashMap<>();
            definition.bindings().forEach(each -> methods.put(each.method().methodName(), replays.around(each)));
            if (services.put(definition.name(), methods) != null) {
                throw new IllegalArgumentException("service '" + definition.name() + "' is added twice");
            }
        }
    }

    boolean hasService(String service) {
        return services.containsKey(service);
    }

    @Nullable
    Binding<?, ?> find(String service, String method) {
        Map<String, Binding<?, ?>> methods = services.get(service);
        return methods == null ? null : methods.get(method);
    }

    @Nullable
    MethodDescriptor<?, ?> method(String service, String method) {
        Binding<?, ?> binding = find(service, method);
        return binding == null ? null : binding.method();
    }
}
