package io.rpcidl.codegen.model;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.rpcidl.idl.model.Method;
import io.rpcidl.idl.model.MethodExample;
import io.rpcidl.idl.model.MethodTraits;
import io.rpcidl.idl.model.Service;

/** Services as JSON: each with the methods that it declares itself, and the names of the services that it extends. */
final class ServiceJson {

    private ServiceJson() {}

    static void append(ObjectNode node, Service service) {
        node.put("name", service.name().simpleName());
        node.put("wireName", service.wireName());
        ArrayNode parents = node.putArray("extends");
        service.parents().forEach(parent -> parents.add(parent.toString()));
        ArrayNode methods = node.putArray("methods");
        service.methods().forEach(method -> append(methods.addObject(), method));
        NotesJson.append(node, service);
    }

    private static void append(ObjectNode node, Method method) {
        node.put("name", method.name());
        node.put("wireName", method.wireName());
        traits(node, method.traits());
        DeclarationJson.fields(node.putArray("parameters"), method.parameters());
        method.requestStream().ifPresent(field -> DeclarationJson.append(node.putObject("requestStream"), field));
        method.result().ifPresent(type -> node.set("result", TypeJson.of(type)));
        node.put("responseStream", method.responseStream());
        ArrayNode errors = node.putArray("throws");
        method.errors().forEach(error -> errors.add(error.toString()));
        NotesJson.append(node, method);
        ArrayNode examples = node.putArray("calls");
        method.examples().forEach(example -> append(examples.addObject(), example));
    }

    private static void traits(ObjectNode node, MethodTraits traits) {
        node.put("oneway", traits.oneway());
        node.put("variadic", traits.variadic());
        node.put("positional", traits.positional());
        node.put("readonly", traits.readonly());
        node.put("nonblocking", traits.nonblocking());
        traits.idempotent().ifPresent(idempotency -> {
            ObjectNode each = node.putObject("idempotent");
            idempotency.key().ifPresent(key -> each.put("key", key));
        });
        traits.timeout().ifPresent(timeout -> node.put("timeout", timeout.toString()));
    }

    private static void append(ObjectNode node, MethodExample example) {
        ObjectNode params = node.putObject("params");
        example.params().forEach((name, value) -> params.set(name, ValueJson.of(value)));
        example.result().ifPresent(value -> node.set("result", ValueJson.of(value)));
    }
}
